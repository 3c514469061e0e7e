"""What is typed on the phone enters as Twilio would bring it: signed, over HTTP, blank fields included."""

from urllib.parse import parse_qsl

import httpx
import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from twilio.request_validator import RequestValidator

from api.telephone import inbound, pages, rafales
from api.telephone.inbound import post_like_twilio
from api.telephone.rafales import morceaux
from assistant.conversation.tables import Conversation, MessageEntrant
from assistant.settings import settings
from tests.api.telephone.echanges import AMINA

PAGE = f"/telephone/{AMINA}"


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rafales, "SECONDS_BETWEEN_PIECES", 0)


def recus(base: Engine) -> list[str]:
    query = select(MessageEntrant.corps).join(Conversation, Conversation.id == MessageEntrant.conversation_id)
    with Session(base) as session:
        return list(session.scalars(query.where(Conversation.adresse == AMINA).order_by(MessageEntrant.id)))


def test_un_texte_entre_par_le_webhook_et_s_affiche(telephone: httpx.Client, base: Engine) -> None:
    page = telephone.post(PAGE, data={"texte": "c kan mon rdv 😭 ?"})
    assert recus(base) == ["c kan mon rdv 😭 ?"]
    assert page.url.path == PAGE
    assert "c kan mon rdv 😭 ?" in page.text
    assert "Jalon prépare sa réponse" in page.text


def test_envoye_deux_fois_il_ne_compte_qu_une_fois(telephone: httpx.Client, base: Engine) -> None:
    telephone.post(PAGE, data={"texte": "c quand mon rdv", "mode": "deux_fois"})
    assert recus(base) == ["c quand mon rdv"]


def test_en_morceaux_il_arrive_en_trois_messages(telephone: httpx.Client, base: Engine) -> None:
    telephone.post(PAGE, data={"texte": "je peux pas venir lundi jsui malade", "mode": "morceaux"})
    assert recus(base) == ["je peux", "pas venir", "lundi jsui malade"]


def test_une_rafale_envoie_dix_textes_differents(telephone: httpx.Client, base: Engine) -> None:
    telephone.post(PAGE, data={"mode": "rafale"})
    assert len(set(recus(base))) == 10


@pytest.mark.parametrize(
    ("texte", "envoyes"),
    [
        ("je peux pas\n\nvenir", ["je peux pas", "venir"]),
        ("je viens", ["je", "viens"]),
        ("oui", ["oui"]),
    ],
)
def test_les_morceaux_sont_les_lignes_ou_des_groupes_de_mots(texte: str, envoyes: list[str]) -> None:
    assert morceaux(texte) == envoyes


@pytest.mark.parametrize("mode", ["simple", "deux_fois", "morceaux"])
def test_sans_texte_la_page_le_dit(telephone: httpx.Client, base: Engine, mode: str) -> None:
    page = telephone.post(PAGE, data={"texte": " \r\n ", "mode": mode})
    assert page.status_code == 422
    assert "Écrivez un message avant d'envoyer." in page.text
    assert recus(base) == []


def test_au_dela_de_1600_caracteres_la_page_le_dit_et_garde_le_texte(
    telephone: httpx.Client, base: Engine
) -> None:
    page = telephone.post(PAGE, data={"texte": "a" * 1601})
    assert page.status_code == 422
    assert "Ce message a 1601 caractères. Un SMS en a 1600 au plus" in page.text
    assert "a" * 1601 in page.text
    assert recus(base) == []


def test_un_retour_a_la_ligne_compte_pour_un_caractere(telephone: httpx.Client, base: Engine) -> None:
    telephone.post(PAGE, data={"texte": "a" * 800 + "\r\n" + "b" * 799})
    assert recus(base) == ["a" * 800 + "\n" + "b" * 799]


def test_quand_le_serveur_ne_prend_pas_le_message_le_texte_reste(
    telephone: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "port", 9)  # where nobody listens
    page = telephone.post(PAGE, data={"texte": "c quand"})
    assert page.status_code == 502
    assert "Le serveur n'a pas pris le message." in page.text
    assert ">c quand</textarea>" in page.text


def test_la_signature_vaut_pour_l_adresse_publique_mais_rien_ne_sort_de_la_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings(), "public_base_url", "https://jalon.example/")
    sent: list[httpx.Request] = []

    def receive(url: str, *, data: dict[str, str], headers: dict[str, str], **_: object) -> httpx.Response:
        sent.append(httpx.Request("POST", url, data=data, headers=headers))
        return httpx.Response(200, request=sent[0])

    monkeypatch.setattr(httpx, "post", receive)
    sid = post_like_twilio(AMINA, "c quand mon rdv")
    form = dict(parse_qsl(sent[0].content.decode(), keep_blank_values=True))
    assert sent[0].url.host == "127.0.0.1"
    assert (form["MessageSid"], form["From"], form["FromCity"]) == (sid, AMINA, "")
    validator = RequestValidator(settings().twilio_auth_token)
    signature = sent[0].headers["x-twilio-signature"]
    assert validator.validate("https://jalon.example/twilio/sms", form, signature)


@pytest.mark.parametrize(("numero", "texte"), [("bonjour", "slt"), (AMINA, "a" * 1601)])
def test_ce_qu_aucun_sms_ne_peut_etre_ne_part_pas(numero: str, texte: str) -> None:
    with pytest.raises(ValueError, match="Ce n'est pas un numéro|Ce message a 1601 caractères"):
        post_like_twilio(numero, texte)


def test_un_message_que_le_webhook_refuse_leve_une_erreur(
    telephone: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbound, "RequestValidator", lambda _: RequestValidator("another token"))
    with pytest.raises(httpx.HTTPStatusError):
        post_like_twilio(AMINA, "c quand mon rdv")


def test_le_bouton_d_echec_prepare_la_prochaine_livraison(
    telephone: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(pages, "fail_next", asked.append)
    page = telephone.post(f"{PAGE}/echec")
    assert asked == [AMINA]
    assert "Le prochain message de Jalon à ce numéro ne sera pas livré." in page.text
