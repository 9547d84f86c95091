//! From a listening socket to a finished shutdown.
use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::time::sleep;

use super::connections::Connections;
use super::signals::Signals;
use super::{Shared, router};
use crate::{Config, Error, Result};

/// Serves until a signal comes, then lets open answers finish for as long as the settings allow.
pub(super) async fn run(shared: Shared, listener: Option<TcpListener>) -> Result<()> {
    let listener = match listener {
        Some(listener) => listener,
        None => listen(&shared.config).await?,
    };
    let mut signals = Signals::new()?;
    announce(&shared.config, &listener)?;
    let Config { shutdown_delay, shutdown_timeout, .. } = shared.config;
    let sockets = shared.sockets.clone();
    let connections = Connections::new(&shared.config);
    let shared = Arc::new(shared);
    let app = router::<()>(Arc::clone(&shared));
    let stopping = Arc::new(Notify::new());
    let stop = {
        let stopping = Arc::clone(&stopping);
        async move { stopping.notified().await }
    };
    let serving = async {
        connections.serve(listener, app, stop).await;
        sockets.ended().await;
        shared.jobs.ended().await;
    };
    let deadline = async {
        signals.next().await;
        shared.is_ending.store(true, Ordering::Release);
        let end = async {
            sleep(shutdown_delay).await;
            stopping.notify_one();
            sockets.stop();
            shared.jobs.stop();
            sleep(shutdown_timeout).await;
        };
        tokio::select! {
            () = end => {}
            () = signals.next() => {}
        }
    };
    tokio::select! {
        () = serving => {}
        () = deadline => {}
    }
    shared.jobs.end().await;
    Ok(())
}

async fn listen(config: &Config) -> Result<TcpListener> {
    let address = (config.host.as_str(), config.port);
    TcpListener::bind(address).await.map_err(|source| Error::Listen {
        host: config.host.clone(),
        port: config.port,
        source,
    })
}

/// The one line of a start; no log subscriber is needed to see it.
fn announce(config: &Config, listener: &TcpListener) -> Result<()> {
    let path = config.routes_pathname_prefix.trim_end_matches('/');
    eprintln!("Dash is running on http://{}{path}", listener.local_addr()?);
    Ok(())
}
