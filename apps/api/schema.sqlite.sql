CREATE TABLE "address_proof" ("controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "identifier" integer NOT NULL, "code" text NOT NULL, "sent_at" bigint NOT NULL, "sent" integer NOT NULL, "failures" integer NOT NULL, "failures_in_all" integer NOT NULL, PRIMARY KEY ("controller", "request"));

CREATE TABLE "answer" ("controller" varchar(64) NOT NULL, "key_hash" varchar(64) NOT NULL, "fingerprint" varchar(255) NOT NULL, "result" text NOT NULL, "created_at" bigint NOT NULL, PRIMARY KEY ("controller", "key_hash"));

CREATE INDEX "answer_created" ON "answer" ("created_at") ;

CREATE TRIGGER audit_entry_stands BEFORE UPDATE ON audit_entry WHEN OLD.sequence IS NOT NULL OR NEW.sequence IS NULL OR NOT (NEW.number IS OLD.number AND NEW.id IS OLD.id AND NEW.controller IS OLD.controller AND NEW.at IS OLD.at AND NEW.actor_kind IS OLD.actor_kind AND NEW.actor_id IS OLD.actor_id AND NEW.action IS OLD.action AND NEW.object_type IS OLD.object_type AND NEW.object_id IS OLD.object_id AND NEW.outcome IS OLD.outcome AND NEW.details IS OLD.details) BEGIN SELECT RAISE(ABORT, 'Entries of the trail stand.'); END;

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'Entries of the trail stand.'); END;

CREATE TABLE "audit_entry" ("number" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "id" varchar(64) NOT NULL, "controller" varchar(64) NOT NULL, "at" bigint NOT NULL, "actor_kind" varchar(64) NOT NULL, "actor_id" varchar(255) NOT NULL, "action" varchar(64) NOT NULL, "object_type" varchar(64) NOT NULL, "object_id" varchar(255) NOT NULL, "outcome" varchar(64) NOT NULL, "details" text NOT NULL, "sequence" bigint, "previous" varchar(64), "hash" varchar(64));

CREATE UNIQUE INDEX "audit_entry_id" ON "audit_entry" ("id") ;

CREATE INDEX "audit_entry_object" ON "audit_entry" ("controller", "object_type", "object_id") ;

CREATE UNIQUE INDEX "audit_entry_sequence" ON "audit_entry" ("sequence") ;

CREATE TABLE "checkpoint_place" ("id" varchar(64) PRIMARY KEY NOT NULL, "size" bigint NOT NULL);

CREATE TABLE "delivery" ("controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "claim" text NOT NULL, "is_automatic" integer NOT NULL, "finds" integer NOT NULL, "finds_wait_until" bigint, "link" varchar(64), "secret_hash" varchar(64), "issued_at" bigint, "expires_at" bigint, "is_revoked" integer NOT NULL, "completed" integer NOT NULL, "failures" integer NOT NULL, "wait_until" bigint, packing text NULL, PRIMARY KEY ("controller", "request"));

CREATE UNIQUE INDEX "delivery_link" ON "delivery" ("link") ;

CREATE TABLE "download_session" ("id" varchar(64) PRIMARY KEY NOT NULL, "controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "link" varchar(64) NOT NULL, "expires_at" bigint NOT NULL, "sent" text NOT NULL);

CREATE INDEX "download_session_expires" ON "download_session" ("expires_at") ;

CREATE INDEX "download_session_request" ON "download_session" ("controller", "request") ;

CREATE TABLE "evidence_checkpoint" ("controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "generation" varchar(64) NOT NULL, "source" varchar(64) NOT NULL, "collection" varchar(255) NOT NULL, "segments" integer NOT NULL, "progress" text NOT NULL, PRIMARY KEY ("request", "generation", "source", "collection"));

CREATE TABLE "evidence_segment" ("controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "generation" varchar(64) NOT NULL, "source" varchar(64) NOT NULL, "collection" varchar(255) NOT NULL, "number" integer NOT NULL, "blob" varchar(255) NOT NULL, "records" bigint NOT NULL, "files" bigint NOT NULL, PRIMARY KEY ("request", "generation", "source", "collection", "number"));

CREATE TABLE "follow_session" ("id" varchar(64) PRIMARY KEY NOT NULL, "controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "expires_at" bigint NOT NULL);

CREATE INDEX "follow_session_expires" ON "follow_session" ("expires_at") ;

CREATE INDEX "follow_session_request" ON "follow_session" ("controller", "request") ;

CREATE TABLE "message" ("number" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "id" varchar(64) NOT NULL, "controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "kind" varchar(64) NOT NULL, "language" varchar(64) NOT NULL, "state" varchar(64) NOT NULL, "sealed" text, "queued_at" bigint NOT NULL, "sent_at" bigint, "receipt" varchar(64), "failed_at" bigint, "bounced_at" bigint, "problem" text);

CREATE UNIQUE INDEX "message_id" ON "message" ("id") ;

CREATE INDEX "message_request" ON "message" ("request") ;

CREATE TABLE "migrations" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);

CREATE TABLE "passkey" ("id" varchar(64) PRIMARY KEY NOT NULL, "staff" varchar(64) NOT NULL, "name" varchar(255) NOT NULL, "credential" text NOT NULL, "public_key" text NOT NULL, "transports" text NOT NULL, "counter" bigint NOT NULL, "created_at" bigint NOT NULL, "last_used_at" bigint);

CREATE INDEX "passkey_staff" ON "passkey" ("staff", "created_at", "id") ;

CREATE TABLE "passkey_challenge" ("session" varchar(64) PRIMARY KEY NOT NULL, "purpose" varchar(64) NOT NULL, "challenge" varchar(64) NOT NULL, "expires_at" bigint NOT NULL);

CREATE INDEX "passkey_challenge_expires" ON "passkey_challenge" ("expires_at") ;

CREATE TABLE "received_transmission" ("number" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "id" varchar(64) NOT NULL, "controller" varchar(64) NOT NULL, "sender" varchar(64) NOT NULL, "offered" varchar(64) NOT NULL, "state" varchar(64) NOT NULL, "attempts" integer NOT NULL, "bytes" bigint NOT NULL, "sha256" varchar(64) NOT NULL, "begun_at" bigint NOT NULL, "received_at" bigint, "expires_at" bigint NOT NULL, "blob" varchar(255), "data_key" text, "is_stored" integer NOT NULL);

CREATE UNIQUE INDEX "received_transmission_id" ON "received_transmission" ("id") ;

CREATE UNIQUE INDEX "received_transmission_offered" ON "received_transmission" ("controller", "sender", "offered") ;

CREATE INDEX "received_transmission_over" ON "received_transmission" ("is_stored", "expires_at") ;

CREATE TABLE "reference" ("controller" varchar(64) NOT NULL, "year" integer NOT NULL, "last_number" integer NOT NULL, PRIMARY KEY ("controller", "year"));

CREATE TABLE "request" ("id" varchar(64) PRIMARY KEY NOT NULL, "controller" varchar(64) NOT NULL, "reference" varchar(64) NOT NULL, "state" varchar(64) NOT NULL, "version" integer NOT NULL, "rights" text NOT NULL, "format" varchar(64) NOT NULL, "language" varchar(64) NOT NULL, "received_at" bigint NOT NULL, "due_at" bigint NOT NULL, "identifier_kinds" text NOT NULL, "workflow_version" integer NOT NULL, "data_key" text, "subject_file" text, "case_file" text, "ledger" text NOT NULL, "complete" integer, "queued" integer NOT NULL, "included" integer NOT NULL, "generation" varchar(64), "evidence_index" varchar(255), "archive" text, "expires_at" bigint, "resumes_in" varchar(64), "rounds" integer NOT NULL, "problem" text, "created_at" bigint NOT NULL, "updated_at" bigint NOT NULL, disclosure text NULL, rulings text NULL, clock text NULL, tasks text NULL, has_open_task integer NULL, contacts text NULL, proof text NULL, search_memory varchar(255) NULL, retried_source varchar(64) NULL, answers text NULL, transmissions text NULL, breaches text NULL, duties text NULL, channel varchar(64) NULL, fee text NULL, asked_packing varchar(64) NULL);

CREATE INDEX "request_due" ON "request" ("controller", "due_at", "id") ;

CREATE UNIQUE INDEX "request_reference" ON "request" ("controller", "reference") ;

CREATE TABLE "sending_limit" ("entry" varchar(64) PRIMARY KEY NOT NULL, "times" text NOT NULL, "expires_at" bigint NOT NULL);

CREATE INDEX "sending_limit_expires" ON "sending_limit" ("expires_at") ;

CREATE TABLE "session" ("id" varchar(64) PRIMARY KEY NOT NULL, "staff" varchar(64) NOT NULL, "created_at" bigint NOT NULL, "last_seen_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "stepped_up_at" bigint, provider_session varchar(64) NULL);

CREATE INDEX "session_expires" ON "session" ("expires_at") ;

CREATE INDEX "session_staff" ON "session" ("staff") ;

CREATE TABLE "staff" ("id" varchar(64) PRIMARY KEY NOT NULL, "login" varchar(255) NOT NULL, "display_name" varchar(255) NOT NULL, "grants" text NOT NULL, "password_hash" text, "totp_secret" text, "totp_step" bigint, "recovery_codes" text NOT NULL, "failures" integer NOT NULL, "locked_until" bigint, "disabled_at" bigint, "created_at" bigint NOT NULL);

CREATE UNIQUE INDEX "staff_login" ON "staff" ("login") ;

CREATE TABLE "step" ("number" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "id" varchar(64) NOT NULL, "controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "step_key" varchar(64) NOT NULL, "kind" varchar(64) NOT NULL, "workflow_version" integer NOT NULL, "state" varchar(64) NOT NULL, "attempts" integer NOT NULL, "due_at" bigint NOT NULL, "claimable_at" bigint, "fence" bigint NOT NULL, "lease_owner" varchar(255), "lease_ends_at" bigint, "problem" text, "progress" text);

CREATE INDEX "step_claimable" ON "step" ("claimable_at") ;

CREATE UNIQUE INDEX "step_id" ON "step" ("id") ;

CREATE UNIQUE INDEX "step_request_key" ON "step" ("request", "step_key") ;

CREATE TABLE "token" ("id" varchar(64) PRIMARY KEY NOT NULL, "controller" varchar(64) NOT NULL, "name" varchar(255) NOT NULL, "secret_hash" varchar(64) NOT NULL, "scopes" text NOT NULL, "created_by" varchar(255) NOT NULL, "created_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "last_used_at" bigint, "revoked_at" bigint);

CREATE INDEX "token_controller" ON "token" ("controller", "created_at", "id") ;

CREATE TABLE "trail_checkpoint" ("size" bigint PRIMARY KEY NOT NULL, "at" bigint NOT NULL, "note" text NOT NULL, "peaks" text NOT NULL);

CREATE TABLE "trail_head" ("id" varchar(64) PRIMARY KEY NOT NULL, "sequence" bigint NOT NULL, "hash" varchar(64) NOT NULL);

CREATE TABLE "turn" ("id" varchar(64) PRIMARY KEY NOT NULL, "next_at" bigint NOT NULL);

CREATE TABLE "webhook_call" ("number" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "id" varchar(64) NOT NULL, "controller" varchar(64) NOT NULL, "request" varchar(64) NOT NULL, "endpoint" varchar(64) NOT NULL, "event" varchar(64) NOT NULL, "facts" text NOT NULL, "happened_at" bigint NOT NULL, "state" varchar(64) NOT NULL, "rounds" integer NOT NULL, "sent_at" bigint, "failed_at" bigint, "status" integer, "problem" text);

CREATE UNIQUE INDEX "webhook_call_id" ON "webhook_call" ("id") ;

CREATE INDEX "webhook_call_request" ON "webhook_call" ("request") ;

CREATE INDEX "webhook_call_standing" ON "webhook_call" ("controller", "endpoint", "state") ;
