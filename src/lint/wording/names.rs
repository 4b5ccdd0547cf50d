//! Names of tools, and how their owners spell them.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::key;

/// Names as they are spelt, each with spellings that are wrong though they look like none of the name's own letters in
/// another case: in small letters only where no command, package or ordinary word is written so.
const NAMES: &[(&str, &[&str])] = &[
    ("Bitbucket", &["bitbucket"]),
    ("Cassandra", &[]),
    ("ClickHouse", &["clickhouse"]),
    ("CloudFront", &["cloudfront"]),
    ("CockroachDB", &["cockroachdb"]),
    ("DynamoDB", &["dynamodb", "Dynamo DB"]),
    ("Elasticsearch", &["elasticsearch", "Elastic Search"]),
    ("Express", &["ExpressJS"]),
    ("GitHub", &["github"]),
    ("GitHub Actions", &[]),
    ("GitLab", &["gitlab"]),
    ("GraphQL", &["graphql", "Graph QL", "GraphSQL"]),
    ("JavaScript", &["javascript", "Java Script", "java script"]),
    ("Kubernetes", &["kubernetes", "Kubernettes", "Kubernets"]),
    ("LaTeX", &[]),
    ("LinkedIn", &["linkedin"]),
    ("MariaDB", &["mariadb", "Maria DB"]),
    ("Memcached", &[]),
    ("MongoDB", &["mongodb", "Mongo DB", "MongoDb"]),
    ("MySQL", &["mysql", "MYSQL", "My SQL"]),
    ("Next.js", &["nextjs"]),
    ("NoSQL", &["nosql", "NOSQL", "No-SQL", "no-SQL"]),
    ("Node.js", &["nodejs", "nodeJS", "Node JS"]),
    ("NumPy", &[]),
    ("OAuth", &["oauth", "OAUTH"]),
    ("OpenAPI", &["openapi"]),
    ("OpenID", &["OpenId"]),
    ("OpenID Connect", &[]),
    ("OpenTelemetry", &["opentelemetry", "Open Telemetry"]),
    ("PayPal", &["paypal"]),
    (
        "PostgreSQL",
        &["postgresql", "postgressql", "PostgresSQL", "Postgres SQL", "postgres sql", "Postgre SQL", "PostGreSQL"],
    ),
    ("PyTorch", &[]),
    ("RabbitMQ", &["rabbitmq", "Rabbit MQ"]),
    ("React", &["ReactJS", "ReactJs", "Reactjs", "reactjs"]),
    ("React Native", &["ReactNative"]),
    ("RocksDB", &["rocksdb"]),
    ("SQLite", &["SQLLite", "SqlLite"]),
    ("Stack Overflow", &["StackOverflow", "stackoverflow"]),
    ("Terraform", &[]),
    ("TypeScript", &["typescript", "Type Script", "type script"]),
    ("Vue.js", &["vuejs", "VueJS", "Vue JS"]),
    ("WebAssembly", &["webassembly", "Web Assembly"]),
    ("WebRTC", &["webrtc", "Webrtc"]),
    ("WordPress", &["wordpress"]),
    ("YouTube", &["youtube"]),
    ("gRPC", &["GRPC", "Grpc", "g-RPC"]),
    ("macOS", &["MacOS", "MacOs"]),
];

/// Names by their letters, and spellings that are wrong.
pub struct Names<'a> {
    by_key: BTreeMap<String, &'a str>,
    wrong: FxHashMap<&'a str, &'a str>,
    /// What wrong spellings of several words begin with.
    openings: FxHashSet<&'a str>,
    longest: usize,
}

impl<'a> Names<'a> {
    /// The built-in names with those of the collection, which win.
    pub fn new(own: &'a [String]) -> Self {
        let builtin = NAMES.iter().map(|(name, _)| *name);
        let by_key: BTreeMap<String, &str> =
            builtin.chain(own.iter().map(String::as_str)).map(|name| (key(name), name)).collect();
        let all = NAMES.iter().flat_map(|(name, spellings)| spellings.iter().map(|&spelling| (spelling, *name)));
        let wrong: Vec<(&str, &str)> = all.filter(|(spelling, _)| !own.iter().any(|name| name == spelling)).collect();
        let words = |name: &&str| name.split([' ', '-']).count();
        let spelt = wrong.iter().map(|(spelling, _)| *spelling);
        let longest = by_key.values().copied().chain(spelt.clone()).map(|name| words(&name)).max().unwrap_or(1);
        let openings =
            spelt.filter(|spelling| words(spelling) > 1).filter_map(|spelling| spelling.split([' ', '-']).next());
        Self { openings: openings.collect(), wrong: wrong.into_iter().collect(), by_key, longest }
    }

    /// Whether a name of several words may begin with this one: most words begin none.
    pub fn opens(&self, word: &str) -> bool {
        let first = word.split('-').next().unwrap_or(word);
        !word.starts_with(char::is_lowercase) || self.openings.contains(first)
    }

    /// How the name that `typed` spells wrongly is spelt. Names in capital letters throughout, and in small ones where the
    /// table has no such spelling, may stand for something else.
    pub fn meant(&self, typed: &str) -> Option<&'a str> {
        if let Some(name) = self.wrong.get(typed) {
            return Some(name);
        }
        // Most words have no capital at all.
        if typed.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
            return None;
        }
        let letters = || typed.chars().filter(|c| c.is_alphabetic());
        let mixed = letters().any(char::is_uppercase) && letters().any(char::is_lowercase);
        let spaced = typed.split([' ', '-']).all(|word| word.starts_with(|c: char| !c.is_lowercase()));
        let name = (mixed && spaced).then(|| self.by_key.get(&key(typed)).copied()).flatten()?;
        (name != typed).then_some(name)
    }

    /// The longest name, in words.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Every right spelling.
    pub fn all(&self) -> impl Iterator<Item = &'a str> {
        self.by_key.values().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_corrects_to_itself_only() {
        assert!(NAMES.is_sorted());
        let names = Names::new(&[]);
        for (name, wrong) in NAMES {
            assert_eq!(names.meant(name), None, "{name}");
            for spelling in *wrong {
                assert_eq!(names.meant(spelling), Some(*name), "{spelling}");
            }
        }
    }

    #[test]
    fn case_spacing_and_hyphens_are_looked_at() {
        let own = ["PagerDuty".to_owned(), "Github".to_owned()];
        let names = Names::new(&own);
        assert_eq!(names.meant("Pager Duty"), Some("PagerDuty"));
        assert_eq!(names.meant("React-Native"), Some("React Native"));
        assert_eq!(names.meant("TYPESCRIPT"), None);
        assert_eq!(names.meant("express"), None);
        assert_eq!(names.meant("GitHub"), Some("Github"), "the collection's own spelling wins");
        assert_eq!(names.meant("Github"), None);
    }
}
