# The application: API, worker, beat and action server are this image with another command.
FROM python:3.11-slim
WORKDIR /jalon
ARG PIP_EXTRA_INDEX_URL
COPY requirements requirements
RUN pip install --no-cache-dir "$(grep '^torch==' requirements/app.in)"
RUN pip install --no-cache-dir --no-deps -r requirements/app.lock
COPY pyproject.toml ./
COPY assistant assistant
COPY actions actions
COPY api api
RUN pip install --no-cache-dir --no-deps -e . && useradd --create-home jalon
USER jalon
ENV JALON_MODELS=/home/jalon/models
RUN jalon learn
CMD ["uvicorn", "--factory", "api.app:create_app", "--host", "0.0.0.0", "--no-access-log"]
