package dev.sayso.landing.visit;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.status.ProfilesWithSay;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PublishedPage;
import dev.sayso.shared.ProfileId;

/**
 * Finds whom a personal link is for; a link that is not genuine, of another page or of
 * somebody erased finds nobody.
 */
@Component
class LinkRecipients {

	private final LinkToken tokens;

	private final ProfilesWithSay people;

	LinkRecipients(LinkToken tokens, ProfilesWithSay people) {
		this.tokens = tokens;
		this.people = people;
	}

	Optional<LinkRecipient> find(PublishedPage page, String token) {
		return this.tokens.link(token)
			.filter((link) -> link.page() == page.number())
			.flatMap((link) -> find(link.profile(), link));
	}

	Optional<LinkRecipient> find(ProfileId id) {
		return find(id, null);
	}

	/** The same as they are now; as they were where they were erased meanwhile. */
	LinkRecipient reload(LinkRecipient recipient) {
		return find(recipient.profile().id(), recipient.link()).orElse(recipient);
	}

	private Optional<LinkRecipient> find(ProfileId id, LinkToken.@Nullable Link link) {
		return this.people.withSay(id).map((known) -> new LinkRecipient(known.profile(), known.say(), link));
	}

}
