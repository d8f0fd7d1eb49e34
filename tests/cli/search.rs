//! `ask search`: what a query finds.

use super::{ask, ask_with};
use serde_json::{Value, json};

#[test]
fn tells_kind_id_title_score_and_matched() {
    let run = ask(&["search", "Keytruda", "--json", "--limit", "3"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let hits = run.json();
    let hits = hits.as_array().unwrap();
    assert!((1..=3).contains(&hits.len()), "{hits:?}");
    for hit in hits {
        let mut fields: Vec<&str> = hit.as_object().unwrap().keys().map(String::as_str).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["id", "kind", "matched", "score", "title"]);
        assert!(["card", "drug", "question", "term"].contains(&hit["kind"].as_str().unwrap()), "{hit}");
        assert!(hit["score"].as_f64().unwrap() > 0.0, "{hit}");
    }
    assert!(hits.is_sorted_by(|a, b| a["score"].as_f64() >= b["score"].as_f64()), "best first");
    assert_eq!((&hits[0]["kind"], &hits[0]["id"]), (&json!("drug"), &json!("pembrolizumab")));
    assert_eq!(hits[0]["matched"], "Keytruda");
}

#[test]
fn keeps_to_the_limit() {
    for limit in [0, 1, 5] {
        let run = ask(&["search", "cancer", "--json", "--limit", &limit.to_string()]);
        assert_eq!(run.json().as_array().unwrap().len(), limit);
    }
}

#[test]
fn reads_queries_line_by_line_and_writes_a_line_for_each() {
    let run = ask_with(&["search", "-", "--json", "--limit", "2"], "keytrda\nzzzzqqqq\n\nbcg bladder\n");
    assert_eq!(run.status, 0);
    let lines: Vec<Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4, "{}", run.out);
    assert_eq!(lines[0][0]["id"], "pembrolizumab");
    assert_eq!(lines[1], json!([]), "nothing found is a line too");
    assert_eq!(lines[2], json!([]), "nothing asked is a line too");
    assert!(lines[3][0]["id"].as_str().unwrap().contains("bcg"));
    assert_eq!(ask_with(&["search", "-"], "nivo\nbcg\n").out.lines().count(), 2, "also without --json");
    assert_eq!(ask_with(&["search", "-"], "").out, "");
}

#[test]
fn says_so_when_nothing_is_found() {
    let run = ask(&["search", "zzzzqqqq"]);
    assert_eq!((run.status, run.out.as_str()), (0, "nothing found for 'zzzzqqqq'\n"));
    assert_eq!(ask(&["search", "zzzzqqqq", "--json"]).json(), json!([]));
}

#[test]
fn shows_results_to_read() {
    let run = ask(&["search", "keytrda", "--limit", "1"]);
    assert!(run.out.contains("pembrolizumab") && run.out.contains("as Keytruda"), "{}", run.out);
}

#[test]
fn finds_what_the_queries_of_the_issue_mean() {
    // Query, what may stand first, and what must be among the first three.
    let judged: [(&str, &[&str], &[&str]); 7] = [
        ("keytruda", &["pembrolizumab"], &["pembrolizumab"]),
        ("keytrda", &["pembrolizumab"], &["pembrolizumab"]),
        ("pembrolizumap", &["pembrolizumab"], &["pembrolizumab"]),
        ("car t", &["car-t"], &["car-t"]),
        (
            "ipi nivo",
            &["ipi-nivo", "nivolumab-ipilimumab", "ipilimumab-nivolumab", "ipilimumab", "nivolumab"],
            &[],
        ),
        ("bcg bladder", &["bcg-bladder"], &["bcg-bladder"]),
        ("chemo pill thalidomide", &["thalidomide", "immunomodulatory-drugs"], &["thalidomide"]),
    ];
    let queries: Vec<&str> = judged.iter().map(|(query, _, _)| *query).collect();
    let run = ask_with(&["search", "-", "--json"], &format!("{}\n", queries.join("\n")));
    for (line, (query, first, among)) in run.out.lines().zip(judged) {
        let hits: Value = serde_json::from_str(line).unwrap();
        let ids: Vec<&str> = hits.as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap()).collect();
        assert!(first.contains(ids.first().unwrap_or(&"")), "{query}: {ids:?}");
        for id in among {
            assert!(ids.iter().take(3).any(|found| found == id), "{query}: {ids:?}");
        }
    }
    assert_eq!(run.out.lines().count(), judged.len());
}
