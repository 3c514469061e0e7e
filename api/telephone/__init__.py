"""The development phone at /telephone: write as a person followed, see what their telephone would show.

It posts like Twilio over HTTP and reads the record: it knows no other way in or out.
"""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api.telephone import pages


def open_on(app: FastAPI) -> None:
    app.mount("/telephone/static", StaticFiles(packages=[("api.telephone", "static")]))
    app.include_router(pages.router)
