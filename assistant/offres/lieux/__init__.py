"""Places people name: communes of all France, postcodes, arrondissements, quarters, however spelt."""

from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from assistant.offres.lieux.a_peu_pres import homophones, ressemblants, tout_entier
from assistant.offres.lieux.codes import de_l_arrondissement, des_departements, du_code_postal
from assistant.offres.lieux.contexte import attendu, nu, peut_etre_attendu
from assistant.offres.lieux.departage import departager
from assistant.offres.lieux.donnees import Commune, Lieu, communes
from assistant.offres.lieux.ecriture import mots
from assistant.offres.lieux.formes import Nom
from assistant.offres.lieux.nommes import Citation, chez_nous, citations, connu, tel_quel

__all__ = ["Commune", "Lieu", "candidats", "communes", "lieux_enumeres", "trouver_lieu"]

_ENTRE_DEUX = frozenset(
    ["ou", "et", "a", "au", "vers", "pas", "pa", "loin", "pres", "autour", "sinon", "meme", "bien"]
)
ASSEZ_DIT = 85  # of 100, how much of a name stands beside its postcode


def trouver_lieu(texte: str, pres_de: Lieu | None = None) -> Lieu | None:
    """The place a sentence or a bare answer names, if any; of several, the likeliest (near `pres_de`)."""
    return next(iter(candidats(texte, pres_de)), None)


def lieux_enumeres(texte: str) -> list[Lieu]:
    """« langon ou pas loin, cadillac, la réole »: two or more in a row; else none."""
    dits = mots(texte)
    nommes = [c for c in citations(dits) if any(connu(nom) or chez_nous(nom) for nom in c.noms)]
    for avant, apres in pairwise(nommes):
        if not set(dits[avant.fin : apres.debut]) <= _ENTRE_DEUX:
            return []
    return [_le_notre(citation) for citation in nommes] if len(nommes) > 1 else []


def _le_notre(citation: Citation) -> Lieu:
    return next((nom.lieu for nom in citation.noms if chez_nous(nom)), citation.noms[0].lieu)


def candidats(texte: str, pres_de: Lieu | None = None) -> list[Lieu]:
    """Every place the text may mean, the likeliest first; more than one: ambiguous."""
    dits = mots(texte)
    if codes := du_code_postal(texte):
        return departager(_nommes_aussi(codes, dits), pres_de)
    noms = tel_quel(texte) or de_l_arrondissement(dits) or _nommes(dits)
    departements = des_departements(dits)
    return departager([nom for nom in noms if nom.departement in departements] or noms, pres_de)


def _nommes_aussi(codes: list[Nom], dits: list[str]) -> list[Nom]:
    """« 33380 Mios »: of the communes of a postcode, that whose name is said."""
    phrase = " ".join(dits)
    notes = {nom: fuzz.partial_ratio(nom.mots, phrase) * len(nom.mots) for nom in codes}
    dites = [nom for nom in codes if notes[nom] >= ASSEZ_DIT * len(nom.mots)]
    return [nom for nom in codes if dites and notes[nom] == max(notes[dite] for dite in dites)] or codes


def _nommes(dits: list[str]) -> list[Nom]:
    """What is written in full, unless a larger part of the text, or a town of ours, sounds more like it."""
    choisie = _choisir(dits, citations(dits))
    if choisie is None:
        return ressemblants(dits)
    if not nu(dits, choisie.debut, choisie.fin) and (en_entier := tout_entier(dits)):
        return en_entier
    if any(connu(nom) for nom in choisie.noms):
        return list(choisie.noms)
    if not (nu(dits, choisie.debut, choisie.fin) or attendu(dits, choisie.debut)):
        return ressemblants(dits) or list(choisie.noms)
    return [*choisie.noms, *(nom._replace(entier=False) for nom in homophones(choisie.noms[0]))]


def _choisir(dits: list[str], nommes: list[Citation]) -> Citation | None:
    """Of several names: one inside another (« Mérignac Capeyron »), or after « à », or the first."""
    for citation in nommes:
        ailleurs = {nom.lieu.code_insee for autre in nommes if autre is not citation for nom in autre.noms}
        if ensemble := tuple(nom for nom in citation.noms if nom.lieu.code_insee in ailleurs):
            return replace(citation, noms=ensemble)
    return max(nommes, key=lambda c: (attendu(dits, c.debut), peut_etre_attendu(dits, c.debut)), default=None)
