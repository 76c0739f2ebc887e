package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

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

	boolean isFailing(Receiver receiver) {
		return this.progress.get(receiver.id()).isFailing();
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
