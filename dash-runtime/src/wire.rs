//! JSON from the network becomes typed values here, and nowhere else.
use dash_components::{FromProp, IdKeys};

/// Reads JSON text as a value of a prop of the type `P`.
pub(crate) fn decode<P, T: FromProp<P>>(json: &str) -> Result<T, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = T::from_prop(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// Reads JSON text that came with a call as what user code wants it to be.
pub(crate) fn value<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(json)
}

/// The fields of an id in its text form; `None` where the id is a plain one.
pub(crate) fn id_keys(id: &str) -> Option<IdKeys> {
    serde_json::from_str(id).ok()
}

#[cfg(feature = "testing")]
pub(crate) use answer::{AnswerText, Entries, json};

/// What the page reads, for tests that stand in for it.
#[cfg(feature = "testing")]
mod answer {
    use std::fmt;
    use std::marker::PhantomData;

    use serde::Deserialize;
    use serde::de::{Deserializer, MapAccess, Visitor};
    use serde_json::Value;

    /// Reads any JSON.
    pub(crate) fn json(text: &str) -> Result<Value, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// An object in the order of its entries.
    #[derive(Debug)]
    pub(crate) struct Entries<T>(pub(crate) Vec<(String, T)>);

    /// New values of props, by component.
    type Updates = Entries<Entries<Value>>;

    /// The answer to a callback request.
    #[derive(Debug, Deserialize)]
    pub(crate) struct AnswerText {
        #[serde(default, rename = "sideUpdate")]
        pub(crate) side_update: Updates,
        /// Missing where there is no result yet.
        pub(crate) response: Option<Updates>,
        /// Names a callback in the background, in its first answer.
        pub(crate) job: Option<String>,
        #[serde(default, rename = "cacheKey")]
        pub(crate) cache_key: String,
        #[serde(default)]
        pub(crate) cancel: Vec<Value>,
        /// Values by `id.prop`.
        #[serde(default, rename = "progressDefault")]
        pub(crate) progress_default: Entries<Value>,
        #[serde(default)]
        pub(crate) progress: Entries<Value>,
    }

    impl AnswerText {
        pub(crate) fn read(text: &str) -> Result<Self, serde_json::Error> {
            serde_json::from_str(text)
        }
    }

    impl<T> Default for Entries<T> {
        fn default() -> Self {
            Self(Vec::new())
        }
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(InOrder(PhantomData))
        }
    }

    struct InOrder<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
        type Value = Entries<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = Vec::new();
            while let Some(entry) = map.next_entry()? {
                entries.push(entry);
            }
            Ok(Entries(entries))
        }
    }
}

/// Reads what a job store has written.
#[cfg(feature = "sqlite")]
pub(crate) fn stored<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}

/// The value of a prop among those that a page answers with.
#[cfg(feature = "server")]
pub(crate) fn answered<'a>(
    answer: &'a serde_json::value::RawValue,
    property: &str,
) -> Result<Option<&'a serde_json::value::RawValue>, serde_json::Error> {
    let mut props: std::collections::HashMap<String, &serde_json::value::RawValue> =
        serde_json::from_str(answer.get())?;
    Ok(props.remove(property))
}

#[cfg(feature = "server")]
pub(crate) use request::{
    Arguments, CallbackRequest, Entry, Id, Named, Object, SocketMessage, StoredCall, StoredCaller,
    Text, Wired, list,
};

#[cfg(feature = "server")]
mod request {
    use std::borrow::Cow;
    use std::collections::HashMap;
    use std::fmt;
    use std::marker::PhantomData;
    use std::net::IpAddr;

    use dash_components::IdKeys;
    use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
    use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
    use serde::{Deserialize, Serialize};
    use serde_json::value::RawValue;

    /// The body of a callback request, borrowed; values are left as JSON. Unknown keys are passed over.
    #[derive(Debug, Deserialize)]
    pub(crate) struct CallbackRequest<'a> {
        #[serde(borrow)]
        pub(crate) output: Cow<'a, str>,
        #[serde(borrow, default)]
        pub(crate) outputs: Option<Entry<Entry<Object<Named<'a>>>>>,
        #[serde(borrow, default)]
        pub(crate) inputs: Vec<Entry<Object<Wired<'a>>>>,
        #[serde(borrow, default)]
        pub(crate) state: Vec<Entry<Object<Wired<'a>>>>,
        #[serde(borrow, default, rename = "changedPropIds")]
        pub(crate) changed: Vec<Text<'a>>,
    }

    impl<'a> CallbackRequest<'a> {
        /// Reads a body. All of it must be UTF-8, also what is passed over.
        pub(crate) fn read(body: &'a [u8]) -> Result<Self, serde_json::Error> {
            let text = std::str::from_utf8(body).map_err(serde_json::Error::custom)?;
            serde_json::from_str(text).map(|Object(request)| request)
        }
    }

    /// A call that a job store keeps: what the browser asked, and what is known of the request beside it.
    #[derive(Debug, Deserialize, Serialize)]
    pub(crate) struct StoredCall<'a> {
        #[serde(borrow)]
        pub(crate) request: &'a RawValue,
        #[serde(borrow)]
        pub(crate) caller: StoredCaller<'a>,
    }

    /// The request around a call that a job store keeps.
    #[derive(Debug, Deserialize, Serialize)]
    pub(crate) struct StoredCaller<'a> {
        #[serde(borrow)]
        pub(crate) prefix: Option<Cow<'a, str>>,
        #[serde(borrow)]
        pub(crate) headers: Vec<(Cow<'a, str>, Cow<'a, str>)>,
        pub(crate) uri: String,
        pub(crate) remote: Option<IpAddr>,
    }

    impl<'a> StoredCall<'a> {
        /// The call with this body, as text.
        pub(crate) fn write(
            body: &'a [u8],
            caller: StoredCaller<'a>,
        ) -> Result<String, serde_json::Error> {
            let request = serde_json::from_slice(body)?;
            serde_json::to_string(&Self { request, caller })
        }

        /// Reads what was written.
        pub(crate) fn read(text: &'a str) -> Result<Self, serde_json::Error> {
            serde_json::from_str(text)
        }
    }

    /// The body of a call of an endpoint, borrowed: values by the names of their parameters.
    #[derive(Debug)]
    pub(crate) struct Arguments<'a>(pub(crate) HashMap<Cow<'a, str>, &'a RawValue>);

    impl<'a> Arguments<'a> {
        /// Reads a body; of two values of one name, the last one counts.
        pub(crate) fn read(body: &'a [u8]) -> Result<Self, serde_json::Error> {
            let values: HashMap<Text<'a>, &'a RawValue> = serde_json::from_slice(body)?;
            Ok(Self(values.into_iter().map(|(Text(name), value)| (name, value)).collect()))
        }
    }

    /// The values of a list.
    pub(crate) fn list(value: &RawValue) -> Result<Vec<Option<&RawValue>>, serde_json::Error> {
        serde_json::from_str(value.get())
    }

    /// What a browser says over a socket.
    #[derive(Debug)]
    pub(crate) enum SocketMessage {
        /// A page calls a callback; the payload is what HTTP has as the body.
        CallbackRequest { renderer: String, request: String, payload: Box<RawValue> },
        /// A page says what the server has asked.
        GetPropsResponse { renderer: String, question: String, payload: Box<RawValue> },
        /// A page leaves, and others stay. Only our own client says so.
        Disconnect { renderer: String },
        /// The browser is still there.
        Heartbeat,
        /// The browser has all frames up to this number. Only our own client says so.
        Seen(u64),
    }

    impl SocketMessage {
        /// Reads one message, and its number if it has one.
        pub(crate) fn read(text: &str) -> Result<(Self, Option<u64>), serde_json::Error> {
            let Object(said) = serde_json::from_str::<Object<Said<'_>>>(text)?;
            let number = said.number;
            Self::of(said).map(|message| (message, number))
        }

        fn of(said: Said<'_>) -> Result<Self, serde_json::Error> {
            let missing = serde_json::Error::missing_field;
            match &*said.kind {
                "heartbeat" => Ok(Self::Heartbeat),
                "seen" => said.seen.map(Self::Seen).ok_or_else(|| missing("seen")),
                "callback_request" => Ok(Self::CallbackRequest {
                    renderer: said.renderer.ok_or_else(|| missing("rendererId"))?,
                    request: said.request.ok_or_else(|| missing("requestId"))?,
                    payload: said.payload.ok_or_else(|| missing("payload"))?.to_owned(),
                }),
                "get_props_response" => Ok(Self::GetPropsResponse {
                    renderer: said.renderer.ok_or_else(|| missing("rendererId"))?,
                    question: said.request.ok_or_else(|| missing("requestId"))?,
                    payload: said.payload.ok_or_else(|| missing("payload"))?.to_owned(),
                }),
                "disconnect" => Ok(Self::Disconnect {
                    renderer: said.renderer.ok_or_else(|| missing("rendererId"))?,
                }),
                kind => {
                    let known = &[
                        "callback_request",
                        "get_props_response",
                        "disconnect",
                        "heartbeat",
                        "seen",
                    ];
                    Err(serde_json::Error::unknown_variant(kind, known))
                }
            }
        }
    }

    #[derive(Debug, Deserialize)]
    struct Said<'a> {
        #[serde(borrow, rename = "type")]
        kind: Cow<'a, str>,
        #[serde(default, rename = "rendererId")]
        renderer: Option<String>,
        #[serde(default, rename = "requestId")]
        request: Option<String>,
        #[serde(default)]
        number: Option<u64>,
        #[serde(default)]
        seen: Option<u64>,
        #[serde(borrow, default)]
        payload: Option<&'a RawValue>,
    }

    /// One thing, or a list: a wire of one component or of several, one output or a list of them.
    #[derive(Debug)]
    pub(crate) enum Entry<T> {
        One(T),
        Many(Vec<T>),
    }

    /// An id as a request has it.
    #[derive(Debug)]
    pub(crate) enum Id<'a> {
        Text(Cow<'a, str>),
        Keys(IdKeys),
    }

    impl fmt::Display for Id<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Text(text) => f.write_str(text),
                Self::Keys(keys) => keys.fmt(f),
            }
        }
    }

    /// A prop of a component.
    #[derive(Debug, Deserialize)]
    pub(crate) struct Named<'a> {
        #[serde(borrow)]
        pub(crate) id: Id<'a>,
        #[serde(borrow)]
        pub(crate) property: Cow<'a, str>,
    }

    /// A prop with its value; an absent value and `null` are the same.
    #[derive(Debug, Deserialize)]
    pub(crate) struct Wired<'a> {
        #[serde(borrow)]
        pub(crate) id: Id<'a>,
        #[serde(borrow)]
        pub(crate) property: Cow<'a, str>,
        #[serde(borrow, default)]
        pub(crate) value: Option<&'a RawValue>,
    }

    /// Text that is borrowed where it has no escapes.
    #[derive(Debug, PartialEq, Eq, Hash, Deserialize)]
    pub(crate) struct Text<'a>(#[serde(borrow)] pub(crate) Cow<'a, str>);

    /// A struct that is written as an object; the derived reader alone would take a list as well.
    #[derive(Debug)]
    pub(crate) struct Object<T>(pub(crate) T);

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Entries(PhantomData))
        }
    }

    struct Entries<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
        type Value = Object<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map)).map(Object)
        }
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entry<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(OneOrMany(PhantomData))
        }
    }

    struct OneOrMany<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
        type Value = Entry<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object or a list of objects")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map)).map(Entry::One)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
            Vec::deserialize(SeqAccessDeserializer::new(list)).map(Entry::Many)
        }
    }

    impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(TextOrKeys)
        }
    }

    struct TextOrKeys;

    impl<'de> Visitor<'de> for TextOrKeys {
        type Value = Id<'de>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an id: text or an object")
        }

        fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
            Ok(Id::Text(Cow::Borrowed(text)))
        }

        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Id::Text(Cow::Owned(text.to_owned())))
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            IdKeys::deserialize(MapAccessDeserializer::new(map)).map(Id::Keys)
        }
    }
}
