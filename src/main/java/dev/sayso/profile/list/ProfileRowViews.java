package dev.sayso.profile.list;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.LastChange;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.person.CodeNames;
import dev.sayso.person.Details;
import dev.sayso.person.PhoneNumbers;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;

/**
 * Makes the rows of the list: who each person is, and the verdict for each channel.
 */
@Component
class ProfileRowViews {

	private final Profiles profiles;

	private final ContactStatuses statuses;

	ProfileRowViews(Profiles profiles, ContactStatuses statuses) {
		this.profiles = profiles;
		this.statuses = statuses;
	}

	List<ProfileRowView> create(List<ProfileSearch.Match> matches) {
		Map<ProfileId, Profile> people = this.profiles
			.findByIdIn(matches.stream().map(ProfileSearch.Match::id).toList())
			.stream()
			.collect(Collectors.toMap(Profile::id, Function.identity()));
		Map<ProfileId, ContactStatus> statuses = this.statuses.find(people.values());
		return matches.stream()
			.filter((match) -> people.containsKey(match.id()))
			.map((match) -> row(people.get(match.id()), statuses.get(match.id()), match.change()))
			.toList();
	}

	private ProfileRowView row(Profile person, ContactStatus status, LastChange change) {
		Locale reader = LocaleContextHolder.getLocale();
		List<ProfileRowView.Cell> cells = this.statuses.verdicts(status, "")
			.stream()
			.map((verdict) -> new ProfileRowView.Cell(verdict.channel(), verdict.state()))
			.toList();
		String country = person.details().country();
		EffectiveChoice personalization = status.say().effective(Purpose.PERSONALIZE_CONTENT, status.defaults());
		return new ProfileRowView(person.id().toString(), person.name(), address(person.details()),
				(country != null) ? CodeNames.in(reader).country(country) : "", status.say().saysNoToAny(), cells,
				(personalization.because() == EffectiveChoice.Because.DEFAULT) ? ProfileFilter.UNSAID
						: (personalization.allows() ? "yes" : "no"),
				change);
	}

	/** The address that is best known, unless it is the name already. */
	static String address(Details details) {
		if (details.email() != null && !details.email().equals(details.displayName())) {
			return details.email();
		}
		String number = (details.mobile() != null) ? details.mobile() : details.phone();
		if (number != null && !number.equals(details.displayName())) {
			return PhoneNumbers.international(number);
		}
		return (details.externalId() != null) ? details.externalId() : "";
	}

}
