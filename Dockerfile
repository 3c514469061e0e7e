# The application: API, worker, beat and action server are this image with another command.
FROM python:3.11-slim
WORKDIR /jalon
COPY requirements/app.lock requirements/
RUN pip install --no-cache-dir --no-deps -r requirements/app.lock
COPY pyproject.toml ./
COPY requirements/app.in requirements/
COPY assistant assistant
COPY actions actions
COPY api api
RUN pip install --no-cache-dir --no-deps -e . && useradd --create-home jalon
USER jalon
CMD ["uvicorn", "--factory", "api.app:create_app", "--host", "0.0.0.0", "--no-access-log"]
