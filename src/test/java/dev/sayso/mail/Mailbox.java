package dev.sayso.mail;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;

import static org.awaitility.Awaitility.await;

/**
 * What the demo kept of the mails to people, once all of it was written.
 */
@Component
public class Mailbox {

	private final Outbox outbox;

	private final DeliverMails delivery;

	Mailbox(Outbox outbox, DeliverMails delivery) {
		this.outbox = outbox;
		this.delivery = delivery;
	}

	/**
	 * Those to a person, oldest first, once there are so many.
	 */
	public List<MailContent> of(ProfileId person, int many) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> delivered().ofProfile(person),
					(mails) -> mails.size() >= many
							&& mails.stream().allMatch((mail) -> mail.state() == MailState.KEPT))
			.stream()
			.sorted(Comparator.comparing(Mail::createdAt))
			.map(Mail::content)
			.toList();
	}

	/**
	 * Those to an address, once there are so many.
	 */
	public List<MailContent> at(String address, int many) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> delivered().latest(List.of(MailState.values()), 1000)
				.stream()
				.filter((mail) -> address.equals(mail.address()))
				.toList(),
					(mails) -> mails.size() >= many
							&& mails.stream().allMatch((mail) -> mail.state() == MailState.KEPT))
			.stream()
			.map(Mail::content)
			.toList();
	}

	/** Nobody waits until the product looks for itself. */
	private Outbox delivered() {
		this.delivery.deliver(() -> false);
		return this.outbox;
	}

	/**
	 * Where the links of all of them lead, on this server.
	 */
	public List<String> paths() {
		return delivered().latest(List.of(MailState.KEPT), 1000)
			.stream()
			.flatMap((mail) -> mail.content().parts().stream())
			.map(MailContent.Part::url)
			.filter(Objects::nonNull)
			.map((url) -> url.replaceFirst("^https?://[^/]+", ""))
			.toList();
	}

	/**
	 * Where the button of a mail leads, on this server.
	 */
	public static String path(MailContent mail) {
		return mail.parts()
			.stream()
			.filter((part) -> part.look() == MailContent.Look.BUTTON)
			.map(MailContent.Part::url)
			.findFirst()
			.orElseThrow()
			.replaceFirst("^https?://[^/]+", "");
	}

}
