package dev.sayso.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A mail, ready to show.
 *
 * @param kind a message key, as is {@code fault}
 * @param address whom it goes to; masked once it is handed over, and empty of somebody
 * without a profile
 * @param next when it is tried again; null where it is not by itself
 */
record MailRowView(String id, String kind, String address, MailState state, int attempts, @Nullable Instant next,
		@Nullable String fault, @Nullable String detail, Instant at, @Nullable MailContent content) {

	static MailRowView of(Mail mail) {
		String address = (mail.address() != null) ? mail.address() : mail.masked();
		boolean waits = mail.state() == MailState.WAITING && mail.attempts() > 0;
		return new MailRowView(mail.id().toString(), "mail.kind." + mail.kind(), address, mail.state(), mail.attempts(),
				waits ? mail.dueAt() : null,
				(mail.fault() != null && !mail.fault().isEmpty()) ? "mail.fault." + mail.fault() : null, mail.detail(),
				mail.changedAt(), mail.content());
	}

	/** How its state looks. */
	public String look() {
		return switch (this.state) {
			case WAITING, SENDING, OFFERED -> "wait";
			case SENT, KEPT -> "yes";
			case FAILED, UNSURE -> "no";
		};
	}

	public String icon() {
		return switch (this.state) {
			case WAITING, SENDING, OFFERED -> "clock";
			case SENT, KEPT -> "check";
			case FAILED, UNSURE -> "alert-triangle";
		};
	}

	/** Whether somebody may have it tried at once. */
	public boolean triable() {
		return this.state == MailState.WAITING || this.state.isStuck();
	}

}
