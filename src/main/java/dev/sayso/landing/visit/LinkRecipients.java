package dev.sayso.landing.visit;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.consent.status.ProfilesWithSay;
import dev.sayso.landing.LinkGenerations;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PublishedPage;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Profile;
import dev.sayso.service.Subscriptions;
import dev.sayso.shared.ProfileId;

/**
 * Finds whom a personal link is for, with what its page asks about; a link that is not
 * genuine, of another page or of somebody erased finds nobody.
 */
@Component
public class LinkRecipients {

	private final LinkToken tokens;

	private final ProfilesWithSay people;

	private final Subscriptions subscriptions;

	private final AttributeValues attributes;

	private final LinkGenerations generations;

	LinkRecipients(LinkToken tokens, ProfilesWithSay people, Subscriptions subscriptions, AttributeValues attributes,
			LinkGenerations generations) {
		this.generations = generations;
		this.tokens = tokens;
		this.people = people;
		this.subscriptions = subscriptions;
		this.attributes = attributes;
	}

	/**
	 * A page as the reader of a personal link meets it.
	 *
	 * @param outdated whether links were renewed since, so that this one only stops
	 */
	record Opened(PublishedPage page, LinkRecipient recipient, boolean outdated) {
	}

	/** The page is then about the service that the link names, if it has none. */
	Optional<Opened> open(PublishedPage page, String token) {
		return this.tokens.link(token)
			.filter((link) -> link.page() == page.number())
			.flatMap((link) -> open(page.lacksService() ? page.about(link.service()) : page, link));
	}

	private Optional<Opened> open(PublishedPage page, LinkToken.Link link) {
		return page.lacksService() ? Optional.empty() : find(link.profile(), link, page)
			.map((recipient) -> new Opened(page, recipient, this.generations.isOutdated(page, link)));
	}

	/** Whether links were renewed since this one was made. */
	boolean isOutdated(LinkToken.Unsubscribe link) {
		return this.generations.isOutdated(link);
	}

	/** Somebody without what any page asks about. */
	Optional<LinkRecipient> find(ProfileId id) {
		return find(id, null, null);
	}

	/** Somebody with all that they subscribe to. */
	Optional<LinkRecipient> findWithSubscriptions(ProfileId id) {
		return find(id).map((known) -> new LinkRecipient(known.profile(), known.say(), null,
				this.subscriptions.find(id), Map.of()));
	}

	public Optional<LinkRecipient> find(PublishedPage page, ProfileId id) {
		return find(id, null, page);
	}

	/** The same as they are now; as they were where they were erased meanwhile. */
	LinkRecipient reload(PublishedPage page, LinkRecipient recipient) {
		return find(recipient.profile().id(), recipient.link(), page).orElse(recipient);
	}

	private Optional<LinkRecipient> find(ProfileId id, LinkToken.@Nullable Link link, @Nullable PublishedPage page) {
		return this.people.withSay(id).map((known) -> {
			boolean services = page != null && !page.services().isEmpty();
			boolean details = page != null && (!page.constants().isEmpty()
					|| page.blocks().fields().stream().anyMatch((name) -> name.startsWith(PageBlock.ATTRIBUTE)));
			Profile profile = known.profile();
			return new LinkRecipient(profile, known.say(), link,
					services ? this.subscriptions.find(id) : new Subscriptions.OfPerson(Map.of()),
					details ? this.attributes.find(id) : Map.of());
		});
	}

}
