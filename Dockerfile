# One image for web, worker and scheduler; compose.yaml starts it three times.
FROM python:3.11-slim-bookworm AS build
WORKDIR /opt/gongshi
COPY requirements.txt ./
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary :all: \
       -r requirements.txt \
    && printf '/opt/gongshi\n/opt/gongshi/site\n' > .venv/lib/python3.11/site-packages/gongshi.pth
COPY . .
RUN .venv/bin/python -m gongshi.catalogues

FROM python:3.11-slim-bookworm
# PostgreSQL's client: backup and restore.
RUN apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/gongshi --create-home gongshi
COPY --from=build /opt/gongshi /opt/gongshi
WORKDIR /opt/gongshi
ENV DJANGO_SETTINGS_MODULE=gongshi.settings.production \
    GONGSHI_VAR_DIR=/var/lib/gongshi \
    PATH=/opt/gongshi/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1
USER gongshi
VOLUME /var/lib/gongshi
EXPOSE 8000
CMD ["gunicorn", "gongshi.wsgi", "--bind", "0.0.0.0:8000"]
