package dev.sayso.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.consent.LastChange;
import dev.sayso.consent.Standing;
import dev.sayso.shared.ProfileId;

/**
 * Makes the rows of the list: who they are, and the verdict for each channel.
 */
@Component
public class ProfileRows {

	private final Profiles profiles;

	private final Standings standings;

	ProfileRows(Profiles profiles, Standings standings) {
		this.profiles = profiles;
		this.standings = standings;
	}

	List<ProfileRow> of(List<FindProfiles.Found> found) {
		Map<ProfileId, Profile> people = this.profiles.findByIdIn(found.stream().map(FindProfiles.Found::id).toList())
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		Map<ProfileId, Standing> standing = this.standings.of(people.values());
		return found.stream()
			.filter((one) -> people.containsKey(one.id()))
			.map((one) -> row(people.get(one.id()), standing.get(one.id()), one.change()))
			.toList();
	}

	private ProfileRow row(Profile person, Standing standing, LastChange change) {
		Locale reader = LocaleContextHolder.getLocale();
		List<ProfileRow.Cell> cells = this.standings.verdicts(standing, "")
			.stream()
			.map((verdict) -> new ProfileRow.Cell(verdict.channel(), verdict.state()))
			.toList();
		String country = person.details().country();
		boolean personalizes = standing.say().effective(Purpose.PERSONALIZE_CONTENT, standing.defaults()).allows();
		return new ProfileRow(person.id().toString(), person.name(), address(person.details()),
				(country != null) ? Codes.in(reader).country(country) : "", standing.say().saysNoToAny(), cells,
				personalizes, change);
	}

	/**
	 * The address that is best known, unless it is the name already.
	 */
	static String address(Details details) {
		if (details.email() != null && !details.email().equals(details.displayName())) {
			return details.email();
		}
		String number = (details.mobile() != null) ? details.mobile() : details.phone();
		if (number != null && !number.equals(details.displayName())) {
			return Phones.international(number);
		}
		return (details.externalId() != null) ? details.externalId() : "";
	}

}
