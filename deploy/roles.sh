#!/bin/bash
# Run once by the image postgres:18 in an empty database folder: the role that migrates and the one that serves.
set -euo pipefail
psql --username postgres --set ON_ERROR_STOP=1 --set owner="$OWNER_PASSWORD" --set serve="$SERVE_PASSWORD" <<'SQL'
create role pendopo_owner login password :'owner' createrole;
create role pendopo_serve login password :'serve' nosuperuser nocreatedb nocreaterole nobypassrls;
grant pendopo_serve to pendopo_owner with admin option;
create database pendopo owner pendopo_owner;
SQL
