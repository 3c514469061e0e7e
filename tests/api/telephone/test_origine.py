"""Only a page of this machine may use the phone."""

import httpx
from sqlalchemy import Engine

from tests.api.telephone.echanges import AMINA
from tests.api.telephone.test_envoi import recus

PAGE = f"/telephone/{AMINA}"
ELSEWHERE = [
    {"Origin": "https://ailleurs.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]


def test_le_formulaire_d_un_autre_site_est_refuse(telephone: httpx.Client, base: Engine) -> None:
    for headers in ELSEWHERE:
        assert telephone.post(PAGE, data={"texte": "annule tout"}, headers=headers).status_code == 403
        assert telephone.post(f"{PAGE}/echec", headers=headers).status_code == 403
    assert recus(base) == []


def test_le_formulaire_de_la_page_est_accepte(telephone: httpx.Client, base: Engine) -> None:
    origin = str(telephone.base_url).rstrip("/")
    telephone.post(PAGE, data={"texte": "slt"}, headers={"Origin": origin, "Sec-Fetch-Site": "same-origin"})
    assert recus(base) == ["slt"]


def test_sous_un_nom_public_le_telephone_reste_ferme(telephone: httpx.Client) -> None:
    for host in ("jalon.example", "abc.tunnel.example:443", "127.0.0.1.rebond.example"):
        assert telephone.get(PAGE, headers={"Host": host}).status_code == 403


def test_sur_cette_machine_il_s_ouvre(telephone: httpx.Client) -> None:
    for host in ("localhost:8000", "127.0.0.1", "[::1]:8000", "192.168.1.20:8000", "api:8000"):
        assert telephone.get(PAGE, headers={"Host": host}).status_code == 200
