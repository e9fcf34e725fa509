#!/bin/sh
# Makes the roles and the database. The image runs it once, on an empty volume; afterwards, to change a password in .env:
#   docker compose up -d postgres && docker compose exec postgres /docker-entrypoint-initdb.d/10-roles.sh
set -eu
export PGOPTIONS="-c client_min_messages=warning"

psql --no-psqlrc --quiet --output /dev/null -v ON_ERROR_STOP=1 \
  --username "$POSTGRES_USER" --dbname postgres \
  -v database="$ATRIUM_DATABASE" \
  -v owner_password="$ATRIUM_OWNER_PASSWORD" \
  -v app_password="$ATRIUM_APP_PASSWORD" \
  -f /atrium/roles.sql

# pgvector may be created by a superuser only, so it is made here and not in a migration.
psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$ATRIUM_DATABASE" \
  -c 'create extension if not exists vector schema public'
