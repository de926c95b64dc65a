-- The event platform's database: camelCase, keys that are texts or wider than JavaScript counts, days first.
CREATE TABLE venue (
  venueId INTEGER PRIMARY KEY,
  venueName TEXT NOT NULL,
  city TEXT NOT NULL
);
CREATE TABLE event (
  eventCode TEXT PRIMARY KEY,
  eventName TEXT NOT NULL,
  venueId INTEGER REFERENCES venue (venueId),
  startsOn TEXT NOT NULL, -- dd/mm/yyyy
  endsOn TEXT NOT NULL
);
CREATE TABLE ticketType (
  ticketTypeId INTEGER PRIMARY KEY,
  eventCode TEXT NOT NULL REFERENCES event (eventCode),
  label TEXT NOT NULL,
  price DECIMAL(10, 2) NOT NULL
);
CREATE TABLE speaker (
  speakerId INTEGER PRIMARY KEY,
  fullName TEXT NOT NULL,
  email TEXT,
  biography TEXT
);
CREATE INDEX speakerByEmail ON speaker (email);
CREATE TABLE session (
  sessionId INTEGER PRIMARY KEY,
  eventCode TEXT NOT NULL REFERENCES event (eventCode),
  title TEXT NOT NULL,
  speakerId INTEGER REFERENCES speaker (speakerId),
  room TEXT
);
CREATE TABLE registration (
  registrationId BIGINT NOT NULL PRIMARY KEY,
  eventCode TEXT NOT NULL REFERENCES event (eventCode),
  ticketTypeId INTEGER REFERENCES ticketType (ticketTypeId),
  participantFirstName TEXT,
  participantLastName TEXT,
  participantEmail TEXT,
  participantPhone TEXT,
  participantMemberNo TEXT,
  companyName TEXT,
  jobTitle TEXT,
  registeredByEmail TEXT,
  dietaryNote TEXT,
  accessibilityNote TEXT,
  registrationStatus TEXT NOT NULL,
  createdAt TEXT NOT NULL, -- dd/mm/yyyy hh:mm
  attendedOn DATE -- YYYY-MM-DD, from the badge reader; empty: did not come
);
CREATE INDEX registrationByEmail ON registration (participantEmail);
CREATE INDEX registrationByPhone ON registration (participantPhone);
CREATE INDEX registrationByMember ON registration (participantMemberNo);
CREATE INDEX registrationByRegistrant ON registration (registeredByEmail);
CREATE TABLE sessionAttendance (
  registrationId BIGINT NOT NULL REFERENCES registration (registrationId),
  sessionId INTEGER NOT NULL REFERENCES session (sessionId),
  checkedInAt TEXT NOT NULL,
  PRIMARY KEY (registrationId, sessionId)
);
CREATE TABLE sessionRating (
  registrationId BIGINT NOT NULL REFERENCES registration (registrationId),
  sessionId INTEGER NOT NULL REFERENCES session (sessionId),
  stars INTEGER NOT NULL,
  remark TEXT,
  PRIMARY KEY (registrationId, sessionId)
);
CREATE TABLE invoice (
  invoiceNo TEXT PRIMARY KEY,
  customerNo TEXT,
  buyerName TEXT NOT NULL,
  buyerEmail TEXT,
  buyerAddress TEXT,
  issuedOn TEXT NOT NULL,
  totalAmount DECIMAL(10, 2) NOT NULL,
  vatAmount DECIMAL(10, 2) NOT NULL
);
CREATE INDEX invoiceByEmail ON invoice (buyerEmail);
CREATE INDEX invoiceByCustomer ON invoice (customerNo);
CREATE TABLE invoiceLine (
  invoiceNo TEXT NOT NULL REFERENCES invoice (invoiceNo),
  lineNo INTEGER NOT NULL,
  description TEXT NOT NULL,
  amount DECIMAL(10, 2) NOT NULL,
  PRIMARY KEY (invoiceNo, lineNo)
);
CREATE TABLE appDevice (
  deviceId TEXT PRIMARY KEY,
  registrationId BIGINT NOT NULL REFERENCES registration (registrationId),
  platform TEXT NOT NULL,
  pushToken TEXT,
  lastSeenAt TEXT
);
CREATE INDEX appDeviceByRegistration ON appDevice (registrationId);
CREATE TABLE appObservation (
  observationId INTEGER PRIMARY KEY,
  deviceId TEXT NOT NULL REFERENCES appDevice (deviceId),
  kind TEXT NOT NULL,
  sessionId INTEGER REFERENCES session (sessionId),
  observedAt TEXT NOT NULL
);
CREATE INDEX appObservationByDevice ON appObservation (deviceId);
CREATE TABLE waitingList (
  entryId INTEGER PRIMARY KEY,
  eventCode TEXT NOT NULL REFERENCES event (eventCode),
  fullName TEXT NOT NULL,
  email TEXT NOT NULL,
  enteredAt TEXT NOT NULL
);
CREATE INDEX waitingListByEmail ON waitingList (email);
