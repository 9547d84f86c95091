//! The connections of a listener: how many, how long a client may take to ask, and how they end.
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::ServiceExt;

use crate::Config;

/// After an error that is not of one connection, such as too many open files.
const PAUSE: Duration = Duration::from_millis(100);

/// What holds for each connection.
#[derive(Debug)]
pub(super) struct Connections {
    turns: Arc<Semaphore>,
    read_timeout: Duration,
}

impl Connections {
    pub(super) fn new(config: &Config) -> Self {
        let most = config.max_connections.min(Semaphore::MAX_PERMITS);
        Self { turns: Arc::new(Semaphore::new(most)), read_timeout: config.read_timeout }
    }

    /// Serves until `stop`, then lets open answers finish.
    pub(super) async fn serve(
        self,
        listener: TcpListener,
        app: Router,
        stop: impl Future<Output = ()>,
    ) {
        let (stopping, stopped) = watch::channel(false);
        let mut stop = pin!(stop);
        loop {
            tokio::select! {
                () = &mut stop => break,
                (stream, peer, turn) = self.next(&listener) => {
                    let asked = Asked { app: app.clone(), peer, read_timeout: self.read_timeout };
                    tokio::spawn(asked.serve(stream, turn, stopped.clone()));
                }
            }
        }
        drop((listener, stopped));
        stopping.send_replace(true);
        stopping.closed().await;
    }

    /// The next connection, when there is room for one more.
    async fn next(&self, listener: &TcpListener) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
        loop {
            // The semaphore is never closed.
            let Ok(turn) = Arc::clone(&self.turns).acquire_owned().await else { continue };
            match listener.accept().await {
                Ok((stream, peer)) => {
                    // Answers are written whole, so waiting for more to send only delays them.
                    drop(stream.set_nodelay(true));
                    return (stream, peer, turn);
                }
                Err(error) if is_of_one(&error) => {}
                Err(error) => {
                    tracing::error!(target: "dash::server", %error, "no connection is accepted");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }
}

/// Whether the client alone is gone.
fn is_of_one(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Who is asked, and by whom.
struct Asked {
    app: Router,
    peer: SocketAddr,
    read_timeout: Duration,
}

impl Asked {
    async fn serve(
        self,
        stream: TcpStream,
        _turn: OwnedSemaphorePermit,
        mut stopped: watch::Receiver<bool>,
    ) {
        let Self { app, peer, read_timeout } = self;
        let service = service_fn(|request| answer(app.clone(), peer, request));
        let patience = (!read_timeout.is_zero()).then_some(read_timeout);
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(patience);
        let connection = http.serve_connection(TokioIo::new(stream), service);
        let mut connection = pin!(connection.with_upgrades());
        let served = tokio::select! {
            served = &mut connection => served,
            _ = stopped.changed() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = served {
            tracing::debug!(target: "dash::server", %peer, %error, "a connection broke off");
        }
    }
}

async fn answer(
    app: Router,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<Response, Infallible> {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    app.oneshot(request).await
}
