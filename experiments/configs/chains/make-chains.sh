#!/usr/bin/env bash
# Makes the chains of this folder anew, with other keys, by the openssl in PATH (made with 3.0.19).
# They are shaped like those of a public authority: leaf, intermediate, and a root that is not sent.
# The dates are fixed, so that no test depends on the day it runs.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

authority='basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid'

leaf='basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=serverAuth,clientAuth
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
certificatePolicies=2.23.140.1.2.1
authorityInfoAccess=OCSP;URI:http://ocsp.example.com,caIssuers;URI:http://ca.example.com/int.crt
subjectAltName=DNS:server.example.com,DNS:www.example.com'

key() { # FILE ALGORITHM OPTION...
  openssl genpkey -algorithm "$2" "${@:3}" -out "$1" 2>/dev/null
}

# The serial has 18 octets where an authority's has 20: dates after 2049 take two octets more.
sign() { # KEY SUBJECT EXTENSIONS OUT ca-OPTION...
  printf '[exts]\n%s\n' "$3" >"$work/exts"
  printf '[ca]\ndefault_ca=any\n[any]\ndatabase=%s/index\nserial=%s/serial\nnew_certs_dir=%s
default_md=default\npolicy=any_name\nunique_subject=no\n[any_name]\ncountryName=optional
organizationName=optional\ncommonName=supplied\n' "$work" "$work" "$work" >"$work/ca.cnf"
  : >"$work/index"
  printf '4%s\n' "$(openssl rand -hex 18 | tail -c +2)" >"$work/serial"
  openssl req -new -key "$1" -subj "$2" -out "$work/request"
  openssl ca -config "$work/ca.cnf" -batch -notext -preserveDN -in "$work/request" -out "$4" \
    -startdate 20250101000000Z -enddate 21250101000000Z -md "$digest" \
    -extfile "$work/exts" -extensions exts "${@:5}" 2>/dev/null
}

octets() { openssl x509 -in "$1" -outform DER | wc -c; }

# An ECDSA signature has 70 to 72 octets: signs until the certificate has the length of the chains
# that were measured on a real network.
sign_to() { # LENGTH then as sign
  for _ in $(seq 200); do
    sign "${@:2}"
    [ "$1" = any ] || [ "$(octets "$5")" = "$1" ] && return
  done
  echo "no certificate of $1 octets; the last has $(octets "$5")" >&2
  exit 1
}

chain() { # NAME SUBJECT-WORD NUMBER LEAF-LENGTH INTERMEDIATE-LENGTH ALGORITHM OPTION...
  local name=$1 word=$2 number=$3 root="/C=US/O=Example Trust Services/CN=Example $2 Root R$3"
  key "$work/root.key" "${@:6}"
  key "$work/issuing.key" "${@:6}"
  key "$name.key" "${@:6}"
  sign "$work/root.key" "$root" "${authority%$'\n'*}" "$name-root.pem" \
    -selfsign -keyfile "$work/root.key"
  sign_to "$5" "$work/issuing.key" \
    "/C=US/O=Example Trust Services/CN=Example $word Issuing CA $number" "$authority" \
    "$work/issuing.pem" -cert "$name-root.pem" -keyfile "$work/root.key"
  sign_to "$4" "$name.key" "/CN=server.example.com" "$leaf" "$work/leaf.pem" \
    -cert "$work/issuing.pem" -keyfile "$work/issuing.key"
  cat "$work/leaf.pem" "$work/issuing.pem" >"$name.pem"
  echo "$name: leaf $(octets "$work/leaf.pem"), intermediate $(octets "$work/issuing.pem") octets"
}

digest=sha256
chain ecdsa-p256-2 ECC 1 669 518 EC -pkeyopt ec_paramgen_curve:P-256
chain rsa-2048-2 RSA 2 1064 914 RSA -pkeyopt rsa_keygen_bits:2048
digest=null
chain ed25519-2 Ed25519 3 any any ED25519
