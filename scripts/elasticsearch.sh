# Sourced by ./run: what fetching and starting Elasticsearch needs beyond Python's packages.

need_elasticsearch() {
    make_venv requirements-elasticsearch.txt
    cache=${GONGSHI_CACHE_DIR:-$HOME/.cache/gongshi}
    [ "$(id -u)" != 0 ] || cache=${GONGSHI_CACHE_DIR:-/var/cache/gongshi}
    # Maven is needed only to fetch it.
    if ls "$cache"/elasticsearch-*/bin/elasticsearch >/dev/null 2>&1 || command -v mvn >/dev/null 2>&1; then
        return 0
    fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends maven >&2
        return 0
    fi
    echo "Maven fetches Elasticsearch. Run once: sudo apt-get install --no-install-recommends maven" >&2
    return 1
}
