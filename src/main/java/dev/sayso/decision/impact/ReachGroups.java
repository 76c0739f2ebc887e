package dev.sayso.decision.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds the people behind a number of who would get what: those that were counted, by the
 * same count. Of a sample those are some of all; where it has few of them, those that the
 * exact figure met first stand beside them.
 */
@Component
class ReachGroups {

	/** So few are made more of by what the exact figure kept. */
	private static final int FEW = 25;

	private final ReachCount count;

	private final ExactReach exact;

	private final Profiles profiles;

	ReachGroups(ReachCount count, ExactReach exact, Profiles profiles) {
		this.count = count;
		this.exact = exact;
		this.profiles = profiles;
	}

	/** Somebody, and what they would get. */
	record Member(Profile person, ReachAnswer answer) {
	}

	/**
	 * The people on a placement.
	 *
	 * @param reach what was counted to find them
	 * @param shown the numbers that stand on the page: the exact ones once they are known
	 * @param members by their names
	 */
	record Group(ReachCount.Reach reach, ReachCount.Reach shown, List<Member> members) {
	}

	Group find(Decision decision, String placement, ReachChoice choice) {
		List<Member> all = new ArrayList<>();
		ReachCount.Reach reach = this.count.count(decision, this.count.total(),
				(person, results) -> all.add(new Member(person, ReachAnswer.of(results.get(placement)))));
		ReachFigure figure = reach.result().sampled() ? this.exact.find(decision) : null;
		ReachCount.Reach whole = (figure != null) ? figure.reach() : null;
		ReachCount.Reach shown = (whole != null) ? whole : reach;
		Set<String> named = ReachViews.named(shown.result(), placement);
		List<Member> members = new ArrayList<>(
				all.stream().filter((member) -> choice.has(member.answer(), named)).toList());
		if (figure != null && whole != null && members.size() < FEW) {
			members.addAll(rare(figure, placement, choice, named, members));
		}
		members.sort(Comparator.comparing((Member member) -> TextNormalizer.text(member.person().name()))
			.thenComparing((member) -> member.person().id().id()));
		return new Group(reach, shown, members);
	}

	private List<Member> rare(ReachFigure figure, String placement, ReachChoice choice, Set<String> named,
			List<Member> known) {
		Map<ProfileId, ReachAnswer> answers = new HashMap<>();
		figure.people(placement).forEach((answer, people) -> {
			if (choice.has(answer, named)) {
				people.forEach((person) -> answers.put(person, answer));
			}
		});
		known.forEach((member) -> answers.remove(member.person().id()));
		return this.profiles.findByIdIn(answers.keySet())
			.stream()
			.map((person) -> new Member(person, Objects.requireNonNull(answers.get(person.id()))))
			.toList();
	}

}
