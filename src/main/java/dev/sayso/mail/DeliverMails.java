package dev.sayso.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.sayso.shared.Ids;
import dev.sayso.store.JobQueue;

/**
 * Hands over the mails of the outbox, each by one instance. Where a process dies before
 * the text of a mail went to the server, another instance sends it once the lease is
 * over. Where it dies between that and noting that the server took it, the mail <em>may
 * have arrived</em>: nobody sends it a second time but a person who decides so in the
 * console, under the same Message-ID, by which most mailboxes show one of two. A mail
 * that was lost can be asked for again, and is reminded of; one that came twice cannot be
 * taken back.
 */
@Component
class DeliverMails implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(DeliverMails.class);

	private static final int AT_ONCE = 50;

	private final JobQueue jobs = new JobQueue("mails", 1);

	private final UUID job = Ids.next();

	private final MailClaims claims;

	private final MailSetup setup;

	private final MailServer server;

	private final Map<String, MailKind> kinds;

	private final Clock clock;

	/** Until when nobody knocks at a server that was not there. */
	private volatile Instant resting = Instant.EPOCH;

	private volatile int failures;

	DeliverMails(MailClaims claims, MailSetup setup, MailServer server, List<MailKind> kinds, Clock clock) {
		this.claims = claims;
		this.setup = setup;
		this.server = server;
		this.kinds = kinds.stream().collect(Collectors.toMap(MailKind::key, Function.identity()));
		this.clock = clock;
	}

	/** Looks every second; mails are handed over by a thread of their own. */
	@Scheduled(initialDelay = 2000, fixedDelay = 1000)
	void look() {
		try {
			if (this.setup.canSend() && !isResting()) {
				this.claims.release();
				if (!this.claims.due(1).isEmpty()) {
					this.jobs.start(this.job, this::deliver);
				}
			}
		}
		catch (DataAccessException | TransactionException | TaskRejectedException ex) {
			log.debug("Mails wait: {}", ex.getClass().getSimpleName());
		}
	}

	/** Hands over what is due, until the server is not there. */
	void deliver(BooleanSupplier stopping) {
		List<UUID> due = this.claims.due(AT_ONCE);
		while (!due.isEmpty()) {
			for (UUID id : due) {
				if (stopping.getAsBoolean() || isResting()) {
					return;
				}
				deliver(id);
			}
			due = this.claims.due(AT_ONCE);
		}
	}

	/** Hands over one mail, unless another instance has it. */
	void deliver(UUID id) {
		UUID claim = Ids.next();
		this.claims.claim(id, claim).ifPresent((mail) -> {
			Optional<MailContent> content;
			try {
				content = compose(mail);
			}
			catch (RuntimeException ex) {
				log.warn("A mail could not be written: {}", ex.getClass().getName());
				fail(mail, claim, new Handover(Handover.Result.LATER, "written", ""));
				return;
			}
			if (content.isEmpty()) {
				this.claims.drop(id, claim);
			}
			else if (this.setup.keeps()) {
				this.claims.keep(id, claim, content.get());
			}
			else {
				Handover handover = this.server.hand(mail, content.get(), () -> this.claims.offer(id, claim));
				if (handover.result() == Handover.Result.TAKEN) {
					this.failures = 0;
					this.claims.sent(id, claim);
				}
				else {
					fail(mail, claim, handover);
				}
			}
		});
	}

	/** Knocks again at once, as somebody in the console asked. */
	void wake() {
		this.resting = Instant.EPOCH;
	}

	private Optional<MailContent> compose(Mail mail) {
		MailKind kind = this.kinds.get(mail.kind());
		if (kind == null) {
			throw new IllegalStateException("no such kind of mail");
		}
		return kind.compose(mail);
	}

	private void fail(Mail mail, UUID claim, Handover handover) {
		Instant now = this.clock.instant();
		if (handover.result() == Handover.Result.AWAY) {
			this.failures++;
			this.resting = now.plus(MailPauses.rest(this.failures));
		}
		Duration age = Duration.between(mail.createdAt(), now);
		MailState state = switch (handover.result()) {
			case UNSURE -> MailState.UNSURE;
			case REFUSED -> MailState.FAILED;
			default -> (age.compareTo(MailPauses.PATIENCE) > 0) ? MailState.FAILED : MailState.WAITING;
		};
		this.claims.fail(mail.id(), claim, state, handover, now.plus(MailPauses.after(mail.attempts())));
		log.info("A mail was not taken ({}): {} {}", handover.fault(), state.key(), detailCode(handover));
	}

	/** The codes alone: what a server says may repeat an address in words of its own. */
	private static String detailCode(Handover handover) {
		return handover.detail().replaceFirst("^(\\d{3}(?:[ -]\\d\\.\\d+\\.\\d+)?)?.*$", "$1");
	}

	private boolean isResting() {
		return this.clock.instant().isBefore(this.resting);
	}

	@Override
	public void close() {
		this.jobs.close();
	}

}
