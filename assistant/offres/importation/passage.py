"""One reading of a file: rows checked, those refused told with the reason."""

from collections.abc import Callable, Sequence
from typing import Any

from assistant.offres.importation.bilan import Bilan
from assistant.offres.importation.fichier import Brute, phrase
from assistant.offres.importation.formes import Forme
from assistant.offres.importation.lecture import Defaut, LigneRefusee, lire_ligne
from assistant.offres.importation.localisation import situer
from assistant.offres.importation.modeles import Ligne, Service
from assistant.offres.importation.vocabulaires import vocabulaires


class Passage:
    """Remembers the identifiers it saw: what comes twice is refused, what never came may be withdrawn."""

    def __init__(self, forme: Forme, signaler: Callable[[str], None]) -> None:
        self.forme = forme
        self.signaler = signaler
        self.bilan = Bilan()
        self.vus: set[str] = set()  # refused ones too: they are in the file
        self.sources: set[str] = set()

    def lire(self, lot: Sequence[Brute]) -> list[Ligne]:
        return [ligne for brute in lot if (ligne := self._lire(brute))]

    def _lire(self, brute: Brute) -> Ligne | None:
        try:
            ligne, ecarts = self._verifier(brute)
        except LigneRefusee as refus:
            self.bilan.rejetees += 1
            self.signaler(self._rejet(brute, refus.defaut))
            return None
        finally:
            if identifiant := _identifiant(brute.contenu):
                self.vus.add(identifiant)
        self.sources.add(ligne.source)
        for ecart in ecarts:
            self._ecarter(brute, ecart)
        return situer(ligne) if isinstance(ligne, Service) else ligne

    def _verifier(self, brute: Brute) -> tuple[Ligne, list[Defaut]]:
        if brute.defaut:
            raise LigneRefusee(Defaut("", brute.defaut))
        ligne, ecarts = lire_ligne(self.forme.modele, brute.contenu)
        if ligne.id in self.vus:
            raise LigneRefusee(Defaut("id", "doublon"))
        return ligne, ecarts

    def _ecarter(self, brute: Brute, ecart: Defaut) -> None:
        """Values of open fields are not kept: they may name someone."""
        valeur = ecart.valeur if ecart.champ in vocabulaires() else ""
        self.bilan.ecartees[ecart.champ, valeur] += 1
        if self.forme.ecarts_montres:
            self.signaler(self._rejet(brute, ecart))

    def _rejet(self, brute: Brute, defaut: Defaut) -> str:
        """« Ligne 4, colonne debut : valeur illisible ou inconnue (« 32/13 »). »"""
        nom, identifiant = self.forme.nom, _identifiant(brute.contenu)
        champ = self.forme.colonnes.get(defaut.champ, defaut.champ)
        return phrase(
            f"import_rejet_{nom}",
            numero=brute.numero,
            identifiant=f" ({identifiant})" if identifiant else "",
            champ=champ and phrase(f"import_champ_{nom}", champ=champ),
            raison=phrase(f"import_{defaut.raison}", valeur=defaut.valeur),
        )


def _identifiant(contenu: Any) -> str:
    identifiant = contenu.get("id") if isinstance(contenu, dict) else None
    return identifiant.strip() if isinstance(identifiant, str) else ""
