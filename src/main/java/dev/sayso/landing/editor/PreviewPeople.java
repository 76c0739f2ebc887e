package dev.sayso.landing.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.visit.LinkRecipient;
import dev.sayso.landing.visit.LinkRecipients;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.SearchProvider;

/**
 * As whom a page can be previewed: somebody made up, or a person there is.
 */
@Component
public class PreviewPeople {

	/** Made up: somebody who said nothing to what the page asks. */
	public static final String SILENT = "silent";

	/** Made up: somebody who said yes to all of it. */
	public static final String YES = "yes";

	/** Made up: somebody who said nothing, yes, or no. */
	public static final List<String> EXAMPLES = List.of(SILENT, YES, "no");

	/** A visitor without a personal link. */
	public static final String NOBODY = "nobody";

	/** Somebody made up, with addresses that nobody can have (RFC 2606, Ofcom). */
	public static final Details SOMEBODY = new Details(null, "Noor", "Peeters", "noor.peeters@example.invalid",
			"+447700900445", null, null, null, null, null, null, "BE", null, null, null);

	private final Profiles profiles;

	private final LinkRecipients recipients;

	private final List<SearchProvider> searchProviders;

	private final Clock clock;

	PreviewPeople(Profiles profiles, LinkRecipients recipients, List<SearchProvider> searchProviders, Clock clock) {
		this.profiles = profiles;
		this.recipients = recipients;
		this.searchProviders = searchProviders;
		this.clock = clock;
	}

	/**
	 * Whom one may choose.
	 *
	 * @param profile the value chosen
	 * @param find what was typed to find somebody
	 */
	public record Choices(List<Option> options, String profile, String find) {

	}

	/**
	 * One of them.
	 *
	 * @param code a message key for somebody made up; null for a person
	 */
	public record Option(String value, @Nullable String code, String name) {

	}

	public Choices choices(LandingPage page, String chosen, String find) {
		List<Option> options = new ArrayList<>();
		if (page.kind().isPublic()) {
			options.add(new Option(NOBODY, "landing.preview.nobody", ""));
		}
		EXAMPLES.forEach((example) -> options.add(new Option(example, "landing.preview." + example, "")));
		String typed = find.strip();
		if (!typed.isEmpty()) {
			options.addAll(found(typed));
		}
		String value = chosen.isEmpty() ? SILENT : chosen;
		if (Ids.parse(value).isPresent() && options.stream().noneMatch((option) -> option.value().equals(value))) {
			profile(value).ifPresent((profile) -> options.add(new Option(value, null, profile.name())));
		}
		boolean someone = !typed.isEmpty() && chosen.isEmpty() && options.size() > EXAMPLES.size() + 1;
		return new Choices(options, someone ? options.get(options.size() - 1).value() : value, typed);
	}

	/** The person of a choice; empty for somebody nobody identified. */
	public Optional<LinkRecipient> person(String chosen, PageContent content, PublishedPage page) {
		if (EXAMPLES.contains(chosen)) {
			Instant now = this.clock.instant();
			Profile somebody = Profile.create(ProfileId.random(), SOMEBODY, now, "");
			return Optional.of(new LinkRecipient(somebody, say(chosen, content, somebody.id(), now), null));
		}
		return ProfileId.parse(chosen).flatMap((id) -> this.recipients.find(page, id));
	}

	/** Whether there is somebody of this choice, made up or not. */
	public boolean isKnown(String chosen) {
		return EXAMPLES.contains(chosen) || profile(chosen).isPresent();
	}

	private Optional<Profile> profile(String id) {
		return ProfileId.parse(id).flatMap(this.profiles::findById);
	}

	private List<Option> found(String typed) {
		return this.searchProviders.stream()
			.filter((provider) -> provider.section().equals("profiles"))
			.flatMap((provider) -> provider.search(typed, 8).best().stream())
			.map((hit) -> new Option(hit.href().substring("/profiles/".length()), null, hit.name()))
			.toList();
	}

	/** What the boxes of a page ask about. */
	public static Stream<Purpose> asked(PageContent content) {
		return content.boxes().stream().flatMap((box) -> box.purpose().stream());
	}

	private static Say say(String example, PageContent content, ProfileId id, Instant now) {
		Map<Purpose, Consent> consents = new EnumMap<>(Purpose.class);
		if (!example.equals(SILENT)) {
			Choice choice = example.equals(YES) ? Choice.YES : Choice.NO;
			asked(content).forEach((purpose) -> consents.put(purpose,
					new Consent(purpose, choice, now, now, Origin.SUBJECT, true, "", null, null, Ids.next())));
		}
		return new Say(id, consents);
	}

}
