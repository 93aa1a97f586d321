-- Every stretch of an article's text that an item rests on, by article and by item.
CREATE TABLE spans (
    article TEXT NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED, start INTEGER NOT NULL,
    stop INTEGER NOT NULL, layer TEXT NOT NULL, kind TEXT NOT NULL, item TEXT NOT NULL
) STRICT;
CREATE INDEX span_article ON spans (article, start);
CREATE INDEX span_item ON spans (item, article);

-- How much speaks of an item: articles, distinct texts, stretches.
CREATE TABLE weights (
    item TEXT PRIMARY KEY, kind TEXT NOT NULL, articles INTEGER NOT NULL, origins INTEGER NOT NULL,
    spans INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX weight_kind ON weights (kind, articles DESC, item);

-- What each build after the first changed in the record. `old` is the id before, where it is another.
CREATE TABLE changes (
    build INTEGER NOT NULL, kind TEXT NOT NULL, change TEXT NOT NULL, item TEXT NOT NULL, old TEXT, label TEXT NOT NULL
) STRICT;
CREATE INDEX change_build ON changes (build, kind, change, item);

-- Where the links lead from.
CREATE INDEX participant_event ON event_participants (event);
CREATE INDEX mention_event ON event_mentions (event);
CREATE INDEX mention_article ON event_mentions (article);
CREATE INDEX part_event ON event_parts (event);
CREATE INDEX part_whole ON event_parts (whole);
CREATE INDEX speaker_statement ON statement_speakers (statement);
CREATE INDEX statement_event ON statements (event);
CREATE INDEX statement_article ON statements (article);
CREATE INDEX utterance_event ON utterances (event);
CREATE INDEX time_article ON times (article);
CREATE INDEX party_actor ON commitment_parties (actor);
CREATE INDEX party_commitment ON commitment_parties (commitment);
CREATE INDEX relationship_actor ON relationship_actors (actor);
CREATE INDEX relationship_member ON relationship_actors (relationship);
CREATE INDEX topic_item ON topics (item, topic);
CREATE INDEX topic_kind ON topics (kind, topic, item);
CREATE INDEX article_published ON articles (published_earliest, capture);
CREATE INDEX article_outlet ON articles (outlet, published_earliest);
CREATE INDEX article_origin ON articles (origin);
CREATE INDEX actor_name ON actors (name, kind);
CREATE INDEX event_place ON events (place);
CREATE INDEX finding_judgement ON findings (judgement, about_kind, field, about);
CREATE INDEX commitment_event ON commitments (json_extract(data, '$.event'));
CREATE INDEX commitment_statement ON commitments (json_extract(data, '$.statement'));
CREATE INDEX commitment_agreement ON commitments (json_extract(data, '$.agreement'));
CREATE INDEX commitment_kind ON commitments (kind, id);
CREATE INDEX indicator_statement ON indicators (json_extract(data, '$.statement'));
CREATE INDEX indicator_measure ON indicators (measure, earliest, id);
CREATE INDEX paragraph_article ON paragraphs (article, position);

-- The new tables are filled by a build, which must not take the record for one that is up to date.
DELETE FROM meta WHERE name = 'fingerprint';
