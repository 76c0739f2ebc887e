package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What else there is to be seen of one receiver.
 */
@Component
class ReceiverDetails {

	private final Deliveries deliveries;

	private final ProgressRows progress;

	private final WebhookSecrets secrets;

	private final BusinessDays days;

	private final Clock clock;

	ReceiverDetails(Deliveries deliveries, ProgressRows progress, WebhookSecrets secrets, BusinessDays days,
			Clock clock) {
		this.deliveries = deliveries;
		this.progress = progress;
		this.secrets = secrets;
		this.days = days;
		this.clock = clock;
	}

	/** Whether it takes nothing, or did not take something that is tried again. */
	boolean isFailing(Receiver receiver) {
		return this.progress.get(receiver.id()).isFailing() || this.deliveries.isRetrying(receiver);
	}

	/** How far a full snapshot came; null where none is told. */
	@Nullable SnapshotCount snapshot(Receiver receiver) {
		UUID after = this.progress.get(receiver.id()).snapshotAfter();
		return (after != null) ? this.deliveries.countTold(after) : null;
	}

	/**
	 * @param told the people of whom everything was told
	 * @param people everybody
	 */
	record SnapshotCount(long told, long people) {

		public long percent() {
			return (this.people > 0) ? Math.min(100, 100 * this.told / this.people) : 100;
		}

	}

	/** One more than is shown. */
	List<Deliveries.Delivery> deliveries(Receiver receiver, ReceiversPage.Shown shown) {
		return receiver.isWebhook()
				? this.deliveries.list(receiver, shown.failed(), shown.before(), ReceiversPage.SHOWN + 1) : List.of();
	}

	long countFailed(Receiver receiver) {
		return this.deliveries.countFailed(receiver);
	}

	String secretEnding(Receiver receiver) {
		return this.secrets.ending(receiver.id());
	}

	/** Holidays within the time it has, were it to begin now. */
	List<LocalDate> skipped(Receiver receiver) {
		return this.days.skipped(receiver.time(), this.clock.instant());
	}

}
