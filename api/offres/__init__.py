"""Pages about offers: one per offer for the people followed (/o/…), the catalogue for staff (/catalogue)."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.offres import catalogue, page_publique


def open_on(app: FastAPI) -> None:
    app.mount("/offres/static", StaticFiles(packages=[("api.offres", "static")]))
    app.include_router(page_publique.router)
    app.include_router(catalogue.router)
