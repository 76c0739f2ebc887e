package dev.sayso.landing.visit;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.LinkToken.Link;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.Submission;
import dev.sayso.shared.ProfileId;

/**
 * Leads from a page to the one for the other wish: from choices to stopping everything,
 * and back. Only among pages of the same name on top.
 */
@Component
class RelatedPages {

	private final PublishedPages editions;

	private final LinkToken tokens;

	RelatedPages(PublishedPages editions, LinkToken tokens) {
		this.editions = editions;
		this.tokens = tokens;
	}

	/**
	 * The other page, for whoever is here by a personal link.
	 */
	PublicFormView.@Nullable Other instead(PublishedPage edition, @Nullable LinkRecipient person) {
		Link link = (person != null) ? person.link() : null;
		if (link == null) {
			return null;
		}
		return other(edition)
			.map((found) -> new PublicFormView.Other(href(found, link.profile(), link.maker()),
					edition.denylist() ? "public.choose.instead" : "public.stop.instead"))
			.orElse(null);
	}

	/**
	 * Where somebody changes something else after a form of theirs.
	 */
	String change(PublishedPage edition, Submission submission) {
		PublishedPage to = edition.denylist() ? other(edition).orElse(edition) : edition;
		return href(to, Objects.requireNonNull(submission.profile()), submission.maker()) + "?lang="
				+ submission.language();
	}

	private Optional<PublishedPage> other(PublishedPage edition) {
		return this.editions.linkable()
			.stream()
			.filter((other) -> !other.closed() && other.denylist() != edition.denylist())
			.filter((other) -> other.denylist() || other.asksAboutContact())
			.filter((other) -> other.brand().name().equals(edition.brand().name()))
			.findFirst();
	}

	private String href(PublishedPage edition, ProfileId profile, int maker) {
		return "/p/" + edition.slug() + "/" + this.tokens.write(new Link(profile, edition.number(), maker));
	}

}
