package dev.sayso.landing.notice;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.landing.PublishedPage;
import dev.sayso.mail.MailLimit;
import dev.sayso.mail.MailRequest;
import dev.sayso.mail.MailSetup;
import dev.sayso.mail.Outbox;
import dev.sayso.person.EmailAddress;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileErased;
import dev.sayso.person.Profiles;

/**
 * Asks for mails with personal links; an address gets so many a day, and whoever asks for
 * more is answered the same.
 */
@Component
class LinkRequests {

	private final Outbox outbox;

	private final MailLimit limit;

	private final MailSetup setup;

	private final Profiles profiles;

	LinkRequests(Outbox outbox, MailLimit limit, MailSetup setup, Profiles profiles) {
		this.outbox = outbox;
		this.limit = limit;
		this.setup = setup;
		this.profiles = profiles;
	}

	boolean canSend() {
		return this.setup.canSend();
	}

	/**
	 * @param address in its normal form
	 */
	@Transactional
	public void send(PublishedPage page, String address, String language) {
		if (this.limit.takeForLink(address)) {
			this.outbox.put(new MailRequest(LinkMail.KEY, address, null, language, page.slug()));
		}
	}

	/** Nobody knows whose the mails are that wait for an address, but by the address. */
	@EventListener
	void forget(ProfileErased erased) {
		this.profiles.findById(erased.profile())
			.map(Profile::details)
			.map((details) -> details.email())
			.map(EmailAddress::normalize)
			.ifPresent(this.outbox::forget);
	}

}
