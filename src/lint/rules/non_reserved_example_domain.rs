//! `non-reserved-example-domain`: code that shows an address which may be somebody's.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use regex::Regex;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::lint::{Context, Reading};

/// Names that are nobody's (RFC 2606, RFC 6761, RFC 6762, RFC 8375, and ICANN's `internal`).
const RESERVED: &str = "example.com example.net example.org example test invalid localhost local internal home.arpa";

/// Services that code has a reason to name: code forges, registries, standards, documentation, clouds, public interfaces.
const SERVICES: &str = "
    adobe.com akamai.com alpinelinux.org amazon.com amazonaws.com android.com angular.dev angular.io apache.org apple.com
    appspot.com archlinux.org atlassian.com auth0.com aws.amazon.com azure.com azurewebsites.net bitbucket.org
    bootstrapcdn.com cdnjs.com centos.org chrome.com cloudflare.com cloudfront.net cncf.io codepen.io crates.io
    curl.se debian.org deno.land digitalocean.com djangoproject.com dns.google docker.com docker.io docs.rs elastic.co esm.sh
    etherscan.io facebook.com fastly.com fedoraproject.org firebaseio.com fontawesome.com fonts.googleapis.com gcr.io
    ghcr.io git-scm.com github.com github.io githubusercontent.com gitlab.com gnu.org go.dev golang.org google.com
    google-analytics.com googleapis.com googletagmanager.com gouv.fr gradle.org grafana.com graph.facebook.com graphql.org
    gravatar.com gstatic.com hashicorp.com helm.sh heroku.com herokuapp.com httpbin.org huggingface.co iana.org ietf.org
    infura.io instagram.com istio.io java.com jenkins.io jquery.com jsdelivr.net json-schema.org k8s.io keycloak.org
    kubernetes.io laravel.com launchdarkly.com letsencrypt.org linkedin.com live.com mailchimp.com mapbox.com maven.org
    microsoft.com microsoftonline.com mongodb.com mongodb.net mozilla.org mysql.com netlify.app netlify.com nginx.org
    nodejs.org npmjs.com npmjs.org nuget.org okta.com openai.com openapis.org openid.net openssl.org openstreetmap.org
    openweathermap.org opentelemetry.io oracle.com packagist.org paypal.com php.net pki.goog placeholder.com
    polyfill.io postgresql.org postman.com prometheus.io pypi.org python.org pythonhosted.org pytorch.org quay.io
    raspberrypi.org react.dev reactjs.org recaptcha.net reddit.com redhat.com redis.io reqres.in rubygems.org
    rubyonrails.org rust-lang.org rustup.rs s3.amazonaws.com salesforce.com schema.org sendgrid.com sentry.io
    shopify.com skypack.dev slack.com sonarsource.com spotify.com spring.io sqlite.org stackoverflow.com stripe.com
    symfony.com telegram.org tensorflow.org terraform.io timeapi.io twilio.com twitter.com typicode.com
    typescriptlang.org ubuntu.com unicode.org unpkg.com vercel.app vercel.com vimeo.com vitejs.dev vuejs.org w3.org
    whatwg.org wikimedia.org wikipedia.org windows.net wordpress.org worldtimeapi.org x.com xml.org xmlsoap.org yarnpkg.com
    youtube.com zoom.us
";

pub(super) fn check(_: &Context<'_>, document: &Reading<'_>, out: &mut Vec<Diagnostic>) {
    let text = &document.source.text;
    if !text.contains("://") && !text.contains('@') && !text.contains(".com`") {
        return;
    }
    let Some(markup) = document.markup() else { return };
    let mut code: Vec<_> = markup.blocks.iter().map(|range| (range, false)).collect();
    code.extend(markup.spans.iter().map(|range| (range, true)));
    code.sort_by_key(|(range, _)| range.start);
    let mut seen: BTreeSet<(usize, String)> = BTreeSet::new();
    for (range, span) in code {
        let shift = |at: usize| range.start + at;
        // A block of plain text may be an answer that names its sources.
        let label = text[range.clone()].lines().next().unwrap_or_default().trim().trim_start_matches(['`', '~']).trim();
        let prose = !span && matches!(label, "" | "text" | "txt" | "plain" | "markdown" | "md");
        let code = &text[range.clone()];
        let names = span.then(|| name().captures_iter(code)).into_iter().flatten();
        let addressed = code.contains("://") || code.contains('@');
        for found in addressed.then(|| address().captures_iter(code)).into_iter().flatten().chain(names) {
            let (Some(whole), Some(host)) = (found.get(0), found.name("host")) else { continue };
            if prose && !text[..shift(whole.start())].ends_with(['"', '\'']) {
                continue;
            }
            let lower = host.as_str().to_ascii_lowercase();
            let domain = registrable(&lower);
            let place = document.place(shift(host.end() - domain.len())..shift(host.end()));
            if is_under(&lower, RESERVED) || is_under(&lower, SERVICES) || !seen.insert((place.line, domain.to_owned()))
            {
                continue;
            }
            let fix = Fix::unsafe_(vec![Edit::replace(place, "example.com")]);
            // Of an address the whole is shown, of a name alone the part that is somebody's.
            let alone = whole.as_str().starts_with('`');
            let shown = if alone { place } else { document.place(shift(whole.start())..shift(whole.end())) };
            out.push(document.finding("non-reserved-example-domain", shown).with("domain", domain).fix(fix));
        }
    }
}

/// Addresses and e-mail addresses.
fn address() -> &'static Regex {
    static ADDRESS: OnceLock<Regex> = OnceLock::new();
    let pattern = r#"(?x) (?: (?-u:\b)(?:https?|wss?):// | (?-u:\b)[A-Za-z0-9._%+-]+@ )
        (?P<host> (?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+
            (?:com|org|net|io|fr|dev|co|eu|edu|info|me|uk|de|ca|be|ch|app|ai|us|biz) )
        (?: [:/?\#] [^\s"'`<>,;)}\]\\]* | (?-u:\b) )"#;
    ADDRESS.get_or_init(|| Regex::new(pattern).expect("a valid pattern"))
}

/// The name of a host, alone between backticks.
fn name() -> &'static Regex {
    static NAME: OnceLock<Regex> = OnceLock::new();
    NAME.get_or_init(|| Regex::new(r"^`(?P<host>(?:[a-z0-9-]+\.)+(?:com|org|net|fr))`$").expect("a valid pattern"))
}

/// The part of a host's name that somebody registers: the last two labels, or three below `co.uk` and the like.
fn registrable(host: &str) -> &str {
    let labels: Vec<&str> = host.rsplit('.').collect();
    let below = |label: &&str| ["co", "com", "org", "net", "gov", "ac"].contains(label);
    let taken = if labels.len() > 2 && labels[0].len() == 2 && labels.get(1).is_some_and(below) { 3 } else { 2 };
    let length: usize = labels.iter().take(taken).map(|label| label.len() + 1).sum();
    &host[host.len().saturating_sub(length - 1)..]
}

/// Whether a host is one of these, or below one.
fn is_under(host: &str, names: &str) -> bool {
    names
        .split_whitespace()
        .any(|name| host.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.')))
}
