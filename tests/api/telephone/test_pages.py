"""What the phone shows: the people one can be, and a thread with what became of each message."""

import re
from datetime import datetime, timedelta
from html import unescape

import httpx
import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from assistant.clock import PARIS, now
from assistant.conversation.outbox import conversation_avec, envoyer
from assistant.conversation.tables import EtatEnvoi
from assistant.settings import settings
from tests.api.telephone.echanges import AMINA, CLAIRE, KEVIN, LUCAS, dire, echange, ouvrir_tour

LE = datetime(2026, 11, 24, 10, 2, 0, tzinfo=PARIS)


def lu(page: httpx.Response) -> str:
    """The page as one reads it: no markup, single spaces."""
    body = page.text.partition("<body")[2].partition(">")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_la_liste_dit_la_situation_de_chacun(telephone: httpx.Client) -> None:
    liste = lu(telephone.get("/telephone"))
    for attendu in (
        "Amina Bordeaux · RDV",
        "Fatou Libourne · ni RDV ni contrat",
        "Kevin Lesparre-Médoc · RDV manqué",
        "Maria La Teste-de-Buch · 2 RDV, le premier",
        "Nadia et Youssef Bordeaux · numéro partagé · 2 RDV",
        "Lucas Blaye · ne veut plus de SMS",
        "Claire Dubois MDS Bastide",
        "Sophie Martin MDS La Teste · en congé jusqu'au",
    ):
        assert attendu in liste


def test_la_liste_ne_donne_aucun_nom_de_famille_d_allocataire(telephone: httpx.Client) -> None:
    assert not {"Benali", "Moreau", "El Amrani"} & set(lu(telephone.get("/telephone")).split())


def test_n_importe_quel_numero_s_ouvre_comme_on_l_ecrit(telephone: httpx.Client) -> None:
    page = telephone.get("/telephone", params={"numero": "06 39 98 12 34"})
    assert page.url.path == "/telephone/+33639981234"
    assert "Numéro inconnu 06 39 98 12 34" in lu(page)
    assert "Aucun message. Écrivez le premier." in lu(page)


@pytest.mark.parametrize("chemin", ["/telephone?numero=12", "/telephone/bonjour"])
def test_un_numero_impossible_est_dit_simplement(telephone: httpx.Client, chemin: str) -> None:
    page = telephone.get(chemin)
    assert page.status_code == 422
    assert "Ce n'est pas un numéro de téléphone. Écrivez par exemple 06 39 98 12 34." in lu(page)


def test_un_echange_montre_l_heure_l_etat_les_segments_le_delai_et_le_pourquoi(
    telephone: httpx.Client, recit: Session
) -> None:
    reponses = ["Votre rendez-vous : jeudi 26 novembre à 10h.", "Je suis Jalon, un assistant automatique."]
    echange(recit, AMINA, ["c quand mon rdv"], reponses, LE, intent="consulter_rdv", confiance=0.973)
    recit.commit()
    fil = lu(telephone.get(f"/telephone/{AMINA}"))
    assert "La personne : c quand mon rdv 10:02" in fil
    assert (
        "Jalon : Votre rendez-vous : jeudi 26 novembre à 10h. 10:02 · ✓✓ livré · 1 segment · en 2,4 s" in fil
    )
    assert "Compris consulter_rdv Confiance 97,3 %" in fil
    assert fil.count("Pourquoi cette réponse") == 1


def test_une_longue_reponse_dit_ses_deux_segments(telephone: httpx.Client, recit: Session) -> None:
    echange(recit, AMINA, ["et ?"], ["a" * 161], LE)
    recit.commit()
    assert "2 segments" in lu(telephone.get(f"/telephone/{AMINA}"))


def test_les_morceaux_d_une_pensee_ont_une_seule_reponse(telephone: httpx.Client, recit: Session) -> None:
    echange(recit, AMINA, ["je peux pas", "venir", "lundi"], ["C'est noté."], LE)
    recit.commit()
    fil = lu(telephone.get(f"/telephone/{AMINA}"))
    assert "Messages lus 3, comme une seule pensée" in fil
    assert fil.index("je peux pas") < fil.index("venir") < fil.index("lundi") < fil.index("C'est noté.")


ETATS = {
    (EtatEnvoi.A_ENVOYER, None): "… à envoyer",
    (EtatEnvoi.EN_ENVOI, None): "… en cours d'envoi",
    (EtatEnvoi.ENVOYE, None): "✓ envoyé",
    (EtatEnvoi.LIVRE, None): "✓✓ livré",
    (EtatEnvoi.NON_LIVRE, 30003): "! non livré (téléphone injoignable, 30003)",
    (EtatEnvoi.NON_LIVRE, 63999): "! non livré (erreur, 63999)",
    (EtatEnvoi.PERIME, None): "! périmé, non envoyé",
    (EtatEnvoi.REFUSE, 21610): "! refusé (la personne a dit STOP, 21610)",
    (EtatEnvoi.ECHOUE, None): "! échec de l'envoi",
}


def test_chaque_etat_se_lit_en_mots(telephone: httpx.Client, recit: Session) -> None:
    assert {etat for etat, _ in ETATS} == set(EtatEnvoi)
    for rang, (etat, code) in enumerate(ETATS):
        le = LE + timedelta(minutes=rang)
        echange(recit, AMINA, ["slt"], [f"Réponse {rang}."], le, etat=etat, code_erreur=code)
    recit.commit()
    fil = lu(telephone.get(f"/telephone/{AMINA}"))
    for rang, mots in enumerate(ETATS.values()):
        assert f"Réponse {rang}. 10:{rang + 2:02} · {mots} · 1 segment" in fil


def test_la_regle_fixe_qui_a_repondu_est_nommee(telephone: httpx.Client, recit: Session) -> None:
    echange(recit, AMINA, ["STOP"], ["C'est noté : plus de SMS."], LE, regle="stop")
    recit.commit()
    fil = lu(telephone.get(f"/telephone/{AMINA}"))
    assert "Règle fixe stop" in fil
    assert "Compris" not in fil


def test_un_silence_est_dit_et_explique(telephone: httpx.Client, recit: Session) -> None:
    echange(recit, LUCAS, ["slt"], [], LE, regle="oppose")
    recit.commit()
    attendu = "Jalon n'a rien répondu. Pourquoi ce silence Règle fixe oppose"
    assert attendu in lu(telephone.get(f"/telephone/{LUCAS}"))


def test_l_attente_est_dite_et_ses_essais_comptes(telephone: httpx.Client, recit: Session) -> None:
    dire(recit, AMINA, "slt", LE)
    ouvrir_tour(recit, KEVIN, ["slt"], LE, tentatives=3)
    recit.commit()
    assert "Jalon prépare sa réponse…" in lu(telephone.get(f"/telephone/{AMINA}"))
    assert "Pas encore de réponse : essai 3…" in lu(telephone.get(f"/telephone/{KEVIN}"))


def test_le_telephone_d_un_referent_montre_ses_alertes(telephone: httpx.Client, recit: Session) -> None:
    envoyer(recit, conversation_avec(recit, CLAIRE), "Jalon : une personne a besoin de vous.", LE)
    recit.commit()
    fil = lu(telephone.get(f"/telephone/{CLAIRE}"))
    assert "Jalon : une personne a besoin de vous. 10:02 · … à envoyer · 1 segment" in fil


def test_un_autre_numero_qui_a_ecrit_est_dans_la_liste(telephone: httpx.Client, recit: Session) -> None:
    dire(recit, "+33639981234", "c ki", now())
    recit.commit()
    assert "06 39 98 12 34 dernier message" in lu(telephone.get("/telephone"))


def test_ce_que_la_personne_ecrit_ne_devient_jamais_du_code(telephone: httpx.Client, recit: Session) -> None:
    dire(recit, AMINA, "<script>alert(1)</script>", LE)
    recit.commit()
    page = telephone.get(f"/telephone/{AMINA}")
    assert "<script>alert" not in page.text
    assert "default-src 'self'" in page.headers["content-security-policy"]


def test_rien_n_est_renvoye_tant_que_rien_ne_change(telephone: httpx.Client, recit: Session) -> None:
    page = telephone.get(f"/telephone/{AMINA}")
    connue = {"If-None-Match": page.headers["etag"]}
    assert telephone.get(f"/telephone/{AMINA}", headers=connue).status_code == 304
    dire(recit, AMINA, "slt", LE)
    recit.commit()
    assert telephone.get(f"/telephone/{AMINA}", headers=connue).status_code == 200


def test_une_longue_histoire_montre_les_derniers_messages(telephone: httpx.Client, recit: Session) -> None:
    for rang in range(201):
        dire(recit, AMINA, f"message {rang}.", LE + timedelta(seconds=rang))
    recit.commit()
    fil = lu(telephone.get(f"/telephone/{AMINA}"))
    assert "Les messages plus anciens ne sont pas affichés." in fil
    assert "message 200." in fil
    assert "message 0." not in fil


def test_avec_un_vrai_compte_la_page_avertit_et_ne_propose_pas_d_echec(
    telephone: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "twilio_account_sid", "AC1")
    monkeypatch.setattr(settings(), "twilio_from", "+33939000001")
    page = lu(telephone.get(f"/telephone/{AMINA}"))
    assert "les réponses partent vraiment" in page
    assert "Faire échouer" not in page


def test_sans_personne_de_demonstration_la_page_dit_comment_en_installer(
    telephone: httpx.Client, base: Engine
) -> None:
    with base.begin() as connection:
        connection.exec_driver_sql("TRUNCATE allocataires, telephones CASCADE")
    assert "jalon demo installe les personnes de démonstration" in lu(telephone.get("/telephone"))
