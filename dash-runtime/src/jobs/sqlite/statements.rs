//! What is asked of the database: its tables, and one fn for each thing that a store does.
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, OptionalExtension, params};

use crate::jobs::store::{Claim, ClaimedJob, JobAnswer, JobResult, JobUpdate, NewJob, StoreError};
use crate::wire;

/// Times are milliseconds since 1970. A job is in the queue if it has neither lease nor result.
pub(super) const SCHEMA: &str = "
    create table if not exists jobs (
        place integer primary key,
        id text not null unique,
        output text not null,
        call text not null,
        cache_key text not null,
        claims integer not null default 0,
        leased_until integer,
        news text,
        result text,
        ended_at integer,
        taken_by text,
        taken_at integer
    ) strict;
    create index if not exists waiting on jobs (place) where result is null;
    create table if not exists kept (
        cache_key text primary key,
        response text not null,
        until integer not null
    ) strict;
    create table if not exists secrets (name text primary key, secret blob not null) strict;
";

/// For how long a result that was handed out is there for the next process.
const HANDED_OUT: Duration = Duration::from_mins(1);

/// The secret of the database; `candidate` if it has none yet.
pub(super) fn secret(database: &Connection, candidate: &[u8]) -> Result<Vec<u8>, StoreError> {
    let insert = "insert into secrets values ('handles', ?1) on conflict do nothing";
    database.execute(insert, [candidate])?;
    let select = "select secret from secrets where name = 'handles'";
    Ok(database.query_row(select, [], |row| row.get(0))?)
}

pub(super) fn enqueue(database: &Connection, job: &NewJob) -> Result<(), StoreError> {
    let NewJob { id, output, call, cache_key } = job;
    database.execute(
        "insert into jobs (id, output, call, cache_key) values (?1, ?2, ?3, ?4)",
        params![id, output, call, cache_key],
    )?;
    Ok(())
}

pub(super) fn claim(
    database: &Connection,
    lease: Duration,
) -> Result<Option<ClaimedJob>, StoreError> {
    let now = now()?;
    let claimed = database.query_row(
        "update jobs set leased_until = ?2, claims = claims + 1 where place = (
            select place from jobs
            where result is null and (leased_until is null or leased_until < ?1)
            order by place limit 1
        ) returning id, claims, call",
        params![now, now + milliseconds(lease)],
        |row| {
            let claims: u32 = row.get(1)?;
            let claim = Claim { id: row.get(0)?, earlier: claims.saturating_sub(1) };
            Ok(ClaimedJob { claim, call: row.get(2)? })
        },
    );
    Ok(claimed.optional()?)
}

pub(super) fn update(
    database: &Connection,
    claim: &Claim,
    update: JobUpdate,
    lease: Duration,
) -> Result<bool, StoreError> {
    let select = "select news from jobs where id = ?1 and claims = ?2 and result is null";
    let known = database
        .query_row(select, params![claim.id, claim.earlier + 1], |row| row.get(0))
        .optional()?;
    let Some(known) = known else { return Ok(false) };
    let mut news = read_news(&claim.id, known);
    news.merge(update);
    let news = (!news.is_empty()).then(|| serde_json::to_string(&news)).transpose()?;
    database.execute(
        "update jobs set news = ?2, leased_until = ?3 where id = ?1",
        params![claim.id, news, now()? + milliseconds(lease)],
    )?;
    Ok(true)
}

pub(super) fn finish(
    database: &Connection,
    claim: &Claim,
    result: &JobResult,
    keep: Option<Duration>,
) -> Result<(), StoreError> {
    let now = now()?;
    let key: Option<String> = database
        .query_row(
            "update jobs set result = ?3, ended_at = ?4, leased_until = null
             where id = ?1 and claims = ?2 and result is null returning cache_key",
            params![claim.id, claim.earlier + 1, serde_json::to_string(result)?, now],
            |row| row.get(0),
        )
        .optional()?;
    if let (Some(key), JobResult::Done(response), Some(keep)) = (key, result, keep) {
        database.execute(
            "insert or replace into kept values (?1, ?2, ?3)",
            params![key, response, now.saturating_add(milliseconds(keep))],
        )?;
    }
    Ok(())
}

pub(super) fn release(database: &Connection, claim: &Claim) -> Result<(), StoreError> {
    database.execute(
        "update jobs set leased_until = null where id = ?1 and claims = ?2 and result is null",
        params![claim.id, claim.earlier + 1],
    )?;
    Ok(())
}

/// A result that another process has handed out was perhaps never sent: that process may be gone.
pub(super) fn take(
    database: &Connection,
    id: &str,
    owner: &str,
) -> Result<Option<JobAnswer>, StoreError> {
    let found = database
        .query_row(
            "select news, result from jobs where id = ?1 and taken_by is not ?2",
            params![id, owner],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((news, result)): Option<(Option<String>, Option<String>)> = found else {
        return Ok(None);
    };
    if result.is_some() {
        database.execute(
            "update jobs set taken_by = ?2, taken_at = ?3 where id = ?1",
            params![id, owner, now()?],
        )?;
    } else if news.is_some() {
        database.execute("update jobs set news = null where id = ?1", [id])?;
    }
    let result = result.map(|result| read_result(id, &result));
    Ok(Some(JobAnswer { update: read_news(id, news), result }))
}

pub(super) fn cancel(database: &Connection, id: &str) -> Result<(), StoreError> {
    database.execute("delete from jobs where id = ?1", [id])?;
    Ok(())
}

pub(super) fn cached(database: &Connection, key: &str) -> Result<Option<String>, StoreError> {
    let select = "select response from kept where cache_key = ?1 and until > ?2";
    Ok(database.query_row(select, params![key, now()?], |row| row.get(0)).optional()?)
}

pub(super) fn sweep(database: &Connection, unfetched: Duration) -> Result<(), StoreError> {
    let now = now()?;
    database.execute(
        "delete from jobs where taken_at <= ?1 or ended_at <= ?2",
        params![now - milliseconds(HANDED_OUT), now.saturating_sub(milliseconds(unfetched))],
    )?;
    database.execute("delete from kept where until <= ?1", [now])?;
    Ok(())
}

/// What cannot be read was written by another build, and will not become readable.
fn read_news(id: &str, news: Option<String>) -> JobUpdate {
    let Some(news) = news else { return JobUpdate::default() };
    wire::stored(&news).unwrap_or_else(|_| {
        tracing::error!(target: "dash::jobs", job = id, "what a background job has shown cannot be read");
        JobUpdate::default()
    })
}

fn read_result(id: &str, result: &str) -> JobResult {
    wire::stored(result).unwrap_or_else(|_| {
        tracing::error!(target: "dash::jobs", job = id, "the result of a background job cannot be read");
        let message = "the result of the job cannot be read".to_owned();
        JobResult::Failed { message, chain: Vec::new() }
    })
}

fn now() -> Result<i64, StoreError> {
    Ok(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())?)
}

fn milliseconds(time: Duration) -> i64 {
    // A time that long is for ever.
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX / 2)
}
