//! The table of files agrees with itself.

use dash_js::{ASSETS, CHUNKS, ENTRY, ENTRY_IMPORTS, ENTRY_STYLES, WORKER, asset, chunk};
use dash_js::{PLOTLY_BASIC, PLOTLY_CARTESIAN, PLOTLY_FULL};

#[test]
fn both_tables_are_sorted_and_name_nothing_twice() {
    assert!(ASSETS.is_sorted_by(|a, b| a.name < b.name));
    assert!(CHUNKS.is_sorted_by(|a, b| a.component < b.component));
}

#[test]
fn every_file_and_chunk_is_found_by_its_name() {
    for file in ASSETS {
        assert_eq!(asset(file.name).map(|found| found.name), Some(file.name));
    }
    for one in CHUNKS {
        let (namespace, kind) = one.component.split_once('/').unwrap();
        assert_eq!(chunk(namespace, kind).map(|found| found.component), Some(one.component));
    }
    assert!(asset("").is_none());
    assert!(asset("nothing.js").is_none());
    assert!(chunk("dash_core_components", "Nothing").is_none());
    assert!(chunk("dash_html_components", "Div").is_none());
}

#[test]
fn whatever_is_named_is_there() {
    let of_entry = ENTRY_STYLES.iter().chain(ENTRY_IMPORTS).copied();
    let of_chunks =
        CHUNKS.iter().flat_map(|chunk| chunk.scripts.iter().chain(chunk.styles)).copied();
    let alone = [ENTRY, WORKER, PLOTLY_BASIC, PLOTLY_CARTESIAN, PLOTLY_FULL];
    for name in of_entry.chain(of_chunks).chain(alone) {
        assert!(asset(name).is_some(), "{name:?}");
    }
}

#[test]
fn a_component_does_not_name_the_entry_again() {
    let known: Vec<_> = [ENTRY].iter().chain(ENTRY_STYLES).chain(ENTRY_IMPORTS).collect();
    for chunk in CHUNKS {
        assert!(!chunk.scripts.is_empty(), "{chunk:?}");
        assert!(
            chunk.scripts.iter().chain(chunk.styles).all(|file| !known.contains(&file)),
            "{chunk:?}"
        );
    }
}

#[test]
fn every_file_can_be_sent_in_some_form() {
    for file in ASSETS {
        assert!(!file.raw.is_empty() || !file.gz.is_empty(), "{file:?}");
        assert!(file.gz.is_empty() || file.gz.starts_with(&[0x1f, 0x8b]), "{file:?}");
        assert!(file.raw.is_empty() || file.br.len() < file.raw.len(), "{file:?}");
        assert!(file.raw.is_empty() || file.gz.len() < file.raw.len(), "{file:?}");
        assert_ne!(file.mime, "application/octet-stream", "{file:?}");
    }
}

#[test]
fn charts_come_as_they_were_made() {
    for name in [PLOTLY_BASIC, PLOTLY_CARTESIAN, PLOTLY_FULL] {
        let file = asset(name).unwrap();
        assert!(file.raw.is_empty(), "{file:?}");
        assert!(file.br.len() < file.gz.len(), "{file:?}");
    }
}
