package dev.sayso.landing.form;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.request.LenientForm;
import dev.sayso.person.DetailsDraft;
import dev.sayso.shared.Ids;

/**
 * Reads what somebody sent from a public form, field by field.
 */
final class FormReading {

	private static final int LONGEST = 1000;

	private final HttpServletRequest request;

	FormReading(HttpServletRequest request) {
		this.request = request;
	}

	/**
	 * @param asked the fields of the page besides details
	 * @param services those it asks about
	 * @param pressed those that its button is about
	 */
	PublicFormBody read(List<String> asked, Set<String> services, Set<String> pressed, int agreements,
			FormPause.@Nullable Typed pause) {
		Map<String, String> fields = new LinkedHashMap<>();
		Stream.concat(DetailsDraft.FIELDS.stream(), asked.stream()).distinct().forEach((name) -> {
			String value = this.request.getParameter(PublicFormBody.FIELD + name);
			if (value != null) {
				fields.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
			}
		});
		String opening = this.request.getParameter("opening");
		String website = this.request.getParameter("website");
		PublicFormBody.Ticks ticks = new PublicFormBody.Ticks(ticked(PublicFormBody::box), ticked(PublicFormBody::stop),
				this.request.getParameter(PublicFormBody.ALL) != null, services(services, pressed),
				IntStream.rangeClosed(1, agreements)
					.filter((number) -> isOn(PublicFormBody.AGREEMENT + number))
					.boxed()
					.collect(Collectors.toSet()),
				pause);
		return new PublicFormBody(ticks, fields,
				((opening != null) ? Ids.parse(opening) : Optional.<UUID>empty()).orElseGet(Ids::next),
				this.request.getParameter("shown"), this.request.getParameter("sealed"), way(),
				website != null && !website.isBlank(), this.request.getParameter("again"),
				this.request.getParameter("version"), this.request.getParameter("next"));
	}

	FormPause.@Nullable Typed pause() {
		String until = this.request.getParameter(FormPause.UNTIL);
		return (until == null) ? null
				: new FormPause.Typed(until.strip().substring(0, Math.min(until.strip().length(), 40)));
	}

	private PublicFormBody.ServiceTicks services(Set<String> asked, Set<String> pressed) {
		Map<String, String> frequencies = new LinkedHashMap<>();
		for (String key : asked) {
			String frequency = this.request.getParameter(PublicFormBody.FREQUENCY + key);
			if (frequency != null && !frequency.isBlank() && frequency.length() <= LONGEST) {
				frequencies.put(key, frequency);
			}
		}
		Set<String> ticked = ticked(asked, PublicFormBody.SERVICE);
		ticked.addAll(pressed);
		return new PublicFormBody.ServiceTicks(ticked, ticked(asked, PublicFormBody.ALL + "." + PublicFormBody.SERVICE),
				frequencies);
	}

	private Set<String> ticked(Set<String> asked, String prefix) {
		return asked.stream().filter((key) -> isOn(prefix + key)).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private Set<Purpose> ticked(Function<Purpose, String> name) {
		return Arrays.stream(Purpose.values())
			.filter((purpose) -> purpose.isMarketing() || PageBox.USES.contains(purpose))
			.filter((purpose) -> isOn(name.apply(purpose)))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
	}

	private boolean isOn(String name) {
		return "on".equals(this.request.getParameter(name));
	}

	private PublicFormBody.Way way() {
		if ("One-Click".equalsIgnoreCase(this.request.getParameter(LenientForm.ONE_CLICK))) {
			return PublicFormBody.Way.ONE_CLICK;
		}
		return isOn("automatic") ? PublicFormBody.Way.AUTOMATIC : PublicFormBody.Way.BUTTON;
	}

}
