package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.contact.feed.ChangeOrder;
import dev.sayso.contact.feed.SayChanges;
import dev.sayso.contact.receiver.Receiver.State;
import dev.sayso.person.ProfileErased;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * Sets receivers up, pauses them, and lets them be told anew.
 */
@Component
public class ReceiverManagement {

	/** How long what needed nothing more is shown. */
	private static final Duration TOLD = Duration.ofDays(30);

	private final Receivers receivers;

	private final ProgressRows progress;

	private final ToldRows rows;

	private final WebhookSecrets secrets;

	private final AuditedChanges changes;

	private final Feed feed;

	ReceiverManagement(Receivers receivers, ProgressRows progress, ToldRows rows, WebhookSecrets secrets,
			AuditedChanges changes, Feed feed) {
		this.receivers = receivers;
		this.progress = progress;
		this.rows = rows;
		this.secrets = secrets;
		this.changes = changes;
		this.feed = feed;
	}

	/** The feed as it stands, and the time. */
	@Component
	record Feed(ChangeOrder order, SayChanges changes, Clock clock) {

		/** The place of the newest change, after all that is visible is numbered. */
		long last() {
			this.order.catchUp();
			return this.changes.last();
		}

	}

	/**
	 * @param secret what signs for it, shown this once; null where nothing is sent to it
	 */
	record Created(Receiver receiver, @Nullable String secret) {

	}

	/** Creates a receiver, which is told of what changes from now on. */
	@Transactional
	Created create(Receiver.Content content, Actor by) {
		Receiver created = this.changes.create(this.receivers,
				Receiver.create(content, this.feed.clock().instant(), by.name()), by);
		this.progress.create(created.id(), this.feed.last());
		return new Created(created, created.isWebhook() ? this.secrets.make(created.id()) : null);
	}

	/** Tells it of what changed since a moment, too. */
	void begin(Receiver receiver, Instant since) {
		this.progress.begin(receiver.id(), this.feed.changes().before(since));
	}

	@Transactional
	Receiver edit(Receiver before, Receiver.Content content, Actor by) {
		Receiver after = before.edit(content);
		if (!after.url().equals(before.url())) {
			this.progress.move(before.id());
		}
		return this.changes.edit(this.receivers, before, after, by);
	}

	/** Pauses a receiver, or resumes it: it is told what it missed. */
	@Transactional
	void pause(Receiver receiver, boolean paused, Actor by) {
		State state = paused ? State.PAUSED : State.ACTIVE;
		if (!receiver.state().equals(state.key())) {
			this.changes.save(this.receivers, receiver.with(state), paused ? "paused" : "resumed", List.of(), by);
			this.progress.wake(receiver.id());
		}
	}

	/** Tells it nothing more, until somebody resumes it. */
	@Transactional
	void disable(UUID id) {
		this.receivers.findById(id)
			.filter(Receiver::isActive)
			.ifPresent((receiver) -> this.changes.save(this.receivers, receiver.with(State.DISABLED), "given-up",
					List.of(), Actor.system()));
	}

	/** Makes another secret; the one before signs beside it for a day. */
	@Transactional
	String rotate(Receiver receiver, Actor by) {
		this.changes.save(this.receivers, receiver, "rotated", List.of(), by);
		return this.secrets.rotate(receiver.id());
	}

	/** Tells every change since a moment again, in order. */
	@Transactional
	void replay(Receiver receiver, Instant since, Actor by) {
		this.feed.order().catchUp();
		this.progress.replay(receiver.id(), this.feed.changes().before(since));
		this.changes.record(receiver, "replayed", List.of(), by);
	}

	/** Tells what everybody says, as it stands. */
	@Transactional
	void snapshot(Receiver receiver, Actor by) {
		this.progress.snapshot(receiver.id());
		this.changes.record(receiver, "replayed", List.of(), by);
	}

	@Transactional
	void delete(Receiver receiver, Actor by) {
		this.secrets.forget(receiver.id());
		this.changes.delete(this.receivers, receiver, by);
	}

	/** Forgets what was told long ago, and people whom everybody has erased. */
	@Transactional
	public void forgetOld() {
		List<UUID> erased = this.rows.erasedEverywhere();
		erased.forEach((person) -> this.rows.forget(new ProfileId(person)));
		this.feed.changes().forget(erased);
		this.receivers.findAllByOrderByName()
			.forEach((receiver) -> this.rows.unstick(receiver, this.feed.clock().instant()));
		this.rows.forget(this.feed.clock().instant().minus(TOLD));
	}

	@EventListener
	void forget(ProfileErased erased) {
		this.rows.forget(erased.profile());
	}

}
