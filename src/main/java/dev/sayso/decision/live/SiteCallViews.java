package dev.sayso.decision.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.api.AnswerTrials;
import dev.sayso.offer.text.ContentType;
import dev.sayso.person.Profile;
import dev.sayso.profile.list.ProfileSearchProvider;
import dev.sayso.shared.PublicAddress;

/**
 * Puts together how a site asks for a decision: its keys, the code for each way, and what
 * is answered to whoever tries it.
 */
@Component
class SiteCallViews {

	/** Stands in code for the person of whoever reads it. */
	private static final String SOMEBODY = "externalId:your-customer-number";

	/** For so many people a batch is tried. */
	private static final int FEW = 3;

	private final LiveCatalogue live;

	private final ProfileSearchProvider people;

	private final AnswerTrials trials;

	private final PublicAddress address;

	SiteCallViews(LiveCatalogue live, ProfileSearchProvider people, AnswerTrials trials, PublicAddress address) {
		this.live = live;
		this.people = people;
		this.trials = trials;
		this.address = address;
	}

	/**
	 * The ways to ask, one of them shown.
	 *
	 * @param flags the placement's key by each flag of OpenFeature's providers
	 * @param placement the key of the placement that the code asks for
	 * @param person for whom it is tried; null for a visitor
	 * @param missing whether nobody is called as was typed
	 * @param answers what came of the trial; nothing where it was not tried
	 */
	record View(List<SiteCall> calls, SiteCall call, Map<String, String> flags, String placement,
			List<SiteCall.Snippet> snippets, @Nullable Profile person, boolean missing,
			List<SiteCall.Snippet> answers) {
	}

	View view(LiveHeadView head, LiveQuery query) {
		SiteCall call = SiteCall.of(query.call()).orElse(SiteCall.HTTP);
		String decision = head.decision().slug();
		List<String> placements = head.version().content().scopes().stream().map(DecisionScope::placement).toList();
		String placement = query.placement().isEmpty() ? placements.stream().findFirst().orElse("") : query.placement();
		List<Profile> found = query.who().isBlank() ? List.of() : this.people.people(query.who(), FEW);
		SiteCall.Subject subject = new SiteCall.Subject(this.address.url(), decision, placement,
				placements.indexOf(placement) <= 0 ? decision : decision + "." + placement,
				found.stream().findFirst().map(SiteCallViews::reference).orElse(SOMEBODY), isJson(decision, placement));
		return new View(List.of(SiteCall.values()), call, DecisionContent.flags(decision, placements), placement,
				call.snippets(subject), found.stream().findFirst().orElse(null),
				!query.who().isBlank() && found.isEmpty(), query.tried() ? answers(call, subject, found) : List.of());
	}

	private boolean isJson(String decision, String placement) {
		return scope(decision, placement).filter((scope) -> scope.placement().type() == ContentType.JSON).isPresent();
	}

	private Optional<LiveScope> scope(String decision, String placement) {
		LiveDecision held = this.live.now().decision(decision);
		return Optional.ofNullable((held != null) ? held.scopes().get(placement) : null);
	}

	private List<SiteCall.Snippet> answers(SiteCall call, SiteCall.Subject subject, List<Profile> found) {
		if (scope(subject.decision(), subject.placement()).isEmpty()) {
			return List.of();
		}
		DecisionRequest visitor = request(subject, null);
		DecisionRequest request = request(subject,
				found.stream().findFirst().map((person) -> person.id().toString()).orElse(null));
		return switch (call) {
			case HTTP -> List.of(new SiteCall.Snippet("answer", this.trials.decide(request)));
			case SERVER, JAVA -> List.of(new SiteCall.Snippet("answer", this.trials.evaluate(subject.flag(), request)));
			case WEB -> (request.profile() == null)
					? List.of(new SiteCall.Snippet("visitor", this.trials.evaluate(subject.flag(), visitor)))
					: List.of(new SiteCall.Snippet("visitor", this.trials.evaluate(subject.flag(), visitor)),
							new SiteCall.Snippet("signed-in", this.trials.evaluate(subject.flag(), request)));
			case BATCH -> found.isEmpty() ? List.of()
					: List.of(new SiteCall.Snippet("answer", this.trials.batch(found, request)));
		};
	}

	private static DecisionRequest request(SiteCall.Subject subject, @Nullable String person) {
		return new DecisionRequest(person,
				List.of(new DecisionRequest.ScopeReference(subject.decision(), subject.placement())), 1, Map.of(), null,
				false, true);
	}

	/** The external id is what sites know people by, where they have one. */
	private static String reference(Profile person) {
		String external = person.details().externalId();
		return (external != null) ? "externalId:" + external : person.id().toString();
	}

}
