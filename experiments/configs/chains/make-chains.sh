#!/usr/bin/env bash
# Makes the chains of this folder anew, with other keys, by the openssl in PATH (made with 3.0.19; those
# of ML-DSA and the stapled one with 3.5.9). With names, only these: make-chains.sh ed448-2 ml-dsa-44-2
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
  openssl ca -config "$work/ca.cnf" -batch -notext -preserveDN "${sigopts[@]}" -in "$work/request" -out "$4" \
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

# What the issuer says of the leaf, for as long as it is valid (RFC 6960).
staple() { # NAME
  openssl ocsp -index <(printf 'V\t21250101000000Z\t\t%s\tunknown\t/CN=server.example.com\n' \
    "$(openssl x509 -in "$work/leaf.pem" -noout -serial | cut -d= -f2)") \
    -issuer "$work/issuing.pem" -cert "$work/leaf.pem" -rsigner "$work/issuing.pem" \
    -rkey "$work/issuing.key" -CA "$work/issuing.pem" -ndays 36000 -no_nonce \
    -resp_key_id -respout "$1.ocsp" >/dev/null 2>&1
}

sigopts=()
wanted=("$@")
wants() { [ ${#wanted[@]} = 0 ] || [[ " ${wanted[*]} " == *" $1 "* ]]; }

digest=sha256
wants ecdsa-p256-2 && chain ecdsa-p256-2 ECC 1 669 518 EC -pkeyopt ec_paramgen_curve:P-256
wants rsa-2048-2 && chain rsa-2048-2 RSA 2 1064 914 RSA -pkeyopt rsa_keygen_bits:2048
wants ecdsa-p256-stapled-2 && chain ecdsa-p256-stapled-2 ECC 4 any any EC \
  -pkeyopt ec_paramgen_curve:P-256 && staple ecdsa-p256-stapled-2
sigopts=(-sigopt rsa_pss_saltlen:digest)
wants rsa-pss-2048-2 && chain rsa-pss-2048-2 RSA-PSS 5 any any RSA-PSS -pkeyopt rsa_keygen_bits:2048
sigopts=()
digest=sha384
wants ecdsa-p384-2 && chain ecdsa-p384-2 ECC 6 any any EC -pkeyopt ec_paramgen_curve:P-384
digest=sha512
wants ecdsa-p521-2 && chain ecdsa-p521-2 ECC 7 any any EC -pkeyopt ec_paramgen_curve:P-521
digest=null
wants ed448-2 && chain ed448-2 Ed448 8 any any ED448
wants ml-dsa-44-2 && chain ml-dsa-44-2 ML-DSA 9 any any ML-DSA-44
wants ml-dsa-65-2 && chain ml-dsa-65-2 ML-DSA 10 any any ML-DSA-65
wants ml-dsa-87-2 && chain ml-dsa-87-2 ML-DSA 11 any any ML-DSA-87
wants ed25519-2 && chain ed25519-2 Ed25519 3 any any ED25519
true
