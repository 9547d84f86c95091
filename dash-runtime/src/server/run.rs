//! From a listening socket to a finished shutdown.
use std::net::SocketAddr;
use std::sync::Arc;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::Notify;

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
    let patience = shared.config.shutdown_timeout;
    let sockets = shared.sockets.clone();
    let app = router::<()>(Arc::new(shared)).into_make_service_with_connect_info::<SocketAddr>();
    let stopping = Arc::new(Notify::new());
    let stop = {
        let stopping = Arc::clone(&stopping);
        async move { stopping.notified().await }
    };
    // Answers are written whole, so waiting for more to send only delays them.
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    let serving = async {
        axum::serve(listener, app).with_graceful_shutdown(stop).await?;
        sockets.ended().await;
        Ok(())
    };
    let deadline = async {
        signals.next().await;
        stopping.notify_one();
        sockets.stop();
        tokio::select! {
            () = tokio::time::sleep(patience) => {}
            () = signals.next() => {}
        }
    };
    tokio::select! {
        result = serving => result,
        () = deadline => Ok(()),
    }
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
