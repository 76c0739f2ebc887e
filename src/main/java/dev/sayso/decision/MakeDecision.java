package dev.sayso.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Person;
import dev.sayso.consent.Defaults;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.profile.Details;
import dev.sayso.profile.KnowPeople;
import dev.sayso.profile.Profile;
import dev.sayso.profile.ProfileReference;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Moments;

/**
 * Decides for one person as they are now.
 */
@Component
class MakeDecision {

	private final LiveCatalogue catalogue;

	private final ProfileReference references;

	private final KnowPeople people;

	private final Moments moments;

	MakeDecision(LiveCatalogue catalogue, ProfileReference references, KnowPeople people, Moments moments) {
		this.catalogue = catalogue;
		this.references = references;
		this.people = people;
		this.moments = moments;
	}

	/**
	 * Decides, and counts it unless it is a dry run.
	 * @throws dev.sayso.shared.Problem when the request names what is not there
	 */
	Decided of(DecisionRequest request) {
		List<Engine.Asked> scopes = FindScopes.of(request, this.catalogue.now());
		Profile profile = (request.profile() != null) ? this.references.find(request.profile()) : null;
		Asking asking = asking(request, profile, scopes);
		List<Chosen> chosen = Engine.decide(scopes, asking, request.explain());
		return new Decided((profile != null) ? profile.id() : null, asking,
				chosen.stream().map((one) -> new Decided.Proposition(Ids.next(), one, null)).toList());
	}

	private Asking asking(DecisionRequest request, @Nullable Profile profile, List<Engine.Asked> scopes) {
		Set<Class<?>> parts = new HashSet<>();
		scopes.forEach((scope) -> parts.addAll(scope.scope().reads()));
		Person person = (profile != null) ? this.people.of(List.of(profile), parts).get(profile.id())
				: this.people.imagined(Details.NONE, Map.of(), List.of());
		Say say = person.part(Say.class);
		Defaults defaults = person.part(Defaults.class);
		String language = (request.language() != null) ? request.language()
				: person.part(Profile.class).details().language();
		return new Asking(this.moments.now(), person, say.effective(Purpose.PERSONALIZE_CONTENT, defaults).allows(),
				say.effective(Purpose.MODELING, defaults).allows(),
				(language != null) ? language.toLowerCase(Locale.ROOT) : "", request.context(), Counts.NONE);
	}

}
