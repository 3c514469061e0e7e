"""Does a message that cancels or explains an absence already say why?"""

import re

from assistant.offres.mots import plier
from assistant.parcours.dates_parlees.mots_du_calendrier import jour_nomme, mois_nomme

MOTS_QUI_SUFFISENT = 1

# What a cancellation says besides its reason: who, not, come, appointment, when, please, hello.
_SANS_MOTIF = re.compile(
    r"^(?:\d.*|je?|j|g|jai|javais|jsuis?|chui|jpe?u?x?|jpourr?ai|moi|on|nous|vous|vs|me|m|mon|ma|mes|le|la|les|l|un|une|de|du|des|d|au|aux"
    r"|a|ai|et|en|y|ne|n|pas?|plus|c|ce|cet|cette|est|etre|etait|sera|serai|suis|que?|qui|pour|pr|avec|avc|se|sa"
    r"|peu[txr]?|pe|pouv\w*|pourr?[ai]\w*|vien[st]?|viend\w*|venir|vnir|venu|presente?r?|dispo|disponible"
    r"|la|bas|all?e[rz]|vas|vasy|go|assister|honorer|rdv|rendez|rendezvous|rende|vou|entretien|convocation|rencontre|reunion"
    r"|annul\w*|anul\w*|supprim\w*|decommand\w*|absent\w*|rat\w*|manqu\w*|loup\w*"
    r"|demain|2main|hier|aujourd|hui|matin|aprem|apres|midi|soir|jour|semaine|prochaine?|dernier|derniere|lautre"
    r"|fois|heure|h|svp|stp|merci|mci|bonjour|bjr|bonsoir|slt|salut|madame|monsieur|cordialement|dsl|desole\w*"
    r"|pardon|excus\w*|finalement|malheureusement|vraiment|encore|tout|possible|impossible|mort|oui|ui|ok"
    r"|non|nn|faut|il|elle|voulais|voudrais|veux|veut|souhaite\w*|prevenir|dire|signaler|peut|si|par|sur|dans"
    r"|meme|atelier|pa|plu|jvien\w*|jvai[st]?|jannule|irai|m?attend\w*|sans|niet|nan|dmain|demin|demai|desist\w*"
    r"|dommage|mais|ni|rien|ca|va|vais|faire|serais?|pouvoir|previens|avance|place|donner|fait|autre|quelqu|part)$"
)


def dit_pourquoi(texte: str) -> bool:
    """« je peux pas venir jsui malade » does, « annulez mon rdv de jeudi svp » does not."""
    restes = [mot for mot in plier(texte).split() if not _sans_motif(mot)]
    return len(restes) >= MOTS_QUI_SUFFISENT


def _sans_motif(mot: str) -> bool:
    return _SANS_MOTIF.match(mot) is not None or jour_nomme(mot) is not None or mois_nomme(mot) is not None
