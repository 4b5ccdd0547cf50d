//! A document in each layout, in words of our own.

/// Name and text.
pub const LAYOUTS: [(&str, &str); 14] = [
    (
        "canonical.md",
        "---\nid: backpressure\n# a comment that stays\ntopic: Messaging\ndifficulty: advanced   # said twice\ntags: [queues, 'flow control']\nconcepts:\n  - backpressure\n  - \"message queue\" # the second\n---\n# What is backpressure?\n\nA slow consumer makes a fast producer wait:\n\n```python\nqueue = asyncio.Queue(maxsize=100)\n```\n",
    ),
    (
        "several.md",
        "---\nid: first-one\ntopic: API\n---\n# What does the first one ask?\n\nIt asks this.\n\n---\nid: second-one\ntopic: API\nkind: exercise\n---\n# What does the second one ask?\n\nIt asks that.\n",
    ),
    (
        "labelled.txt",
        "# Services (3 questions)\n\nContext: an interview.\n\n1) Q: What does a proxy do?\n   A: It speaks for a client.\n2) Q: And a reverse proxy?\n   A: It speaks for servers.\n      It may keep a cache.\n10) Q: What is a gateway?\n    A: A single way in.\n",
    ),
    (
        "fenced.md",
        "# Guide\n\n## Basics\n\n**Q: What is a cache?**\n```text\nAnswer:\n- A copy that is near\n- It gets old\n```\n\n**Q: When is it stale?**\n```text\nWhen its source has changed.\n\nExample:\nPUT /users/1\n```\n\n**Q: How is one written?**\n```python\ncache = {}\n\ncache[\"a\"] = 1\n```\n",
    ),
    (
        "levels.md",
        "# Locks\n\n## Table of Contents\n\n1. [What is a mutex?](#q1)\n2. [What is a deadlock?](#q2)\n3. [What is a lease?](#q3)\n\n### Q1: What is a mutex?\n\n**Difficulty**: 🟢 Easy\n\nIt guards a section.\n\n[Back to top](#locks)\n\n---\n\n### Q2: What is a deadlock?\n\n**Difficulty**: 🔴 Hard\n\n**Strategy:**\nTwo tasks wait for each other.\n\n[Back to top](#locks)\n\n---\n\n### Q3: What is a lease?\n\n**Difficulty**: 🟡 Medium\n\nA lock that ends by itself.\n",
    ),
    (
        "containers.md",
        "## Storage\n\n<expand title=\"What is a tombstone?\">\n**Question:** What is a tombstone?\n\n**Answer:**\nA marker of a deleted record:\n\n- it is written\n- it is read\n</expand>\n\n<expand title=\"What is compaction?\">\n**Question:** What is compaction?\n\n**Answer:**\nOld versions are dropped.\n</expand>\n\n<details>\n<summary>What is a write-ahead log?</summary>\n\nWhat is to be done is written first.\n\n</details>\n",
    ),
    (
        "heading.md",
        "# Networks\n\n## 1. What is a port?\n\nA number that leads to a program.\n\n## 2. What is a socket?\n\nAn end of a connection.\n\n## 3. What is a packet?\n",
    ),
    (
        "bold.md",
        "## Caching\n\n**What is a cache hit?**\n\nThe value was there.\n\n**What is a cache stampede?**\n\nMany callers miss at once.\n\n**When is a cache entry stale?**\n\nWhen its source has changed since.\n",
    ),
    (
        "outline.txt",
        "Part 1: Storage\n\n1. Backups:\n\n- How do you know that a backup\ncan be restored?\n- What would you restore first?\n\n2. Migrations:\n\n- How do you rename a column without stopping the service?\n- o When is it safe to drop the old one?\n",
    ),
    (
        "francais.md",
        "# Verrous\n\n### Q1 : Qu’est-ce qu’un verrou ?\n\n**Difficulté** : Débutant\n\nIl protège une section critique : « une seule tâche à la fois ».\n\n### Q2 : Qu’est-ce qu’un interblocage ?\n\n**Difficulté** : Avancé\n\nDeux tâches s’attendent l’une l’autre.\n",
    ),
    (
        "pretty.json",
        "[\n  {\n    \"id\": \"vacuum\",\n    \"lang\": \"en\",\n    \"question\": \"Why vacuum a table?\",\n    \"answer\": \"Dead rows keep\\ntheir place \\u00e9 until then.\",\n    \"tags\": [\"sql\", \"care\"],\n    \"section\": [\"Databases\"]\n  },\n  { \"id\": \"view\", \"question\": \"What is a view?\", \"answer\": null, \"topic\": \"Databases\" }\n]\n",
    ),
    (
        "lines.jsonl",
        "{\"id\":\"saga\",\"lang\":\"en\",\"question\":\"What is a saga?\",\"answer\":\"A chain of local transactions.\",\"tags\":[\"a\",\"b\"]}\n{\"id\":\"choix\",\"lang\":\"fr\",\"question\":\"Quelle structure pour une file ?\",\"options\":[{\"label\":\"A\",\"text\":\"Une liste\",\"correct\":true},{\"label\":\"B\",\"text\":\"Un arbre\",\"correct\":false}]}\n",
    ),
    (
        "records.yaml",
        "# Questions about queues\n- id: queue\n  lang: en\n  question: \"What is a queue?\"   # quoted\n  answer: |\n    First in,\n    first out.\n\n    Always.\n  tags:\n  - order\n  - 'two words'\n  difficulty: beginner\n- id: stack\n  lang: en\n  question: What is a stack?\n  answer: Last in, first out.\n  section: [Data structures, Linear]\n",
    ),
    (
        "table.csv",
        "id;lang;question;answer;tags;section;difficulty\r\nvue;fr;Qu'est-ce qu'une vue ?;\"Une requête ; enregistrée.\r\nElle n'a pas de données.\";sql;Bases;beginner\r\nindex;fr;À quoi sert un index ?;\"Il dit \"\"où\"\".\";sql;Bases;\r\n",
    ),
];
