package dev.sayso.consent.suppression;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.suppression.Suppression.Reason;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListPage;
import dev.sayso.shared.page.ListQuery;

/**
 * Lists suppressed addresses, and suppresses more.
 */
@ConsolePage
@RequestMapping("/suppressions")
class SuppressionsController {

	private static final String BEFORE = "before";

	private final SuppressionList list;

	private final RecordSuppression record;

	private final ConsentSettings settings;

	private final DetailsDrafts drafts;

	private final TimeFormat times;

	private final Clock clock;

	SuppressionsController(SuppressionList list, RecordSuppression record, ConsentSettings settings,
			DetailsDrafts drafts, TimeFormat times, Clock clock) {
		this.list = list;
		this.record = record;
		this.settings = settings;
		this.drafts = drafts;
		this.times = times;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView list(@RequestParam Map<String, String> parameters) {
		ListQuery asked = new ListQuery("/suppressions",
				List.of(ListFilter.of("reason", "suppression.reason", "suppression.reason.",
						Arrays.stream(Reason.values()).map(Reason::key).toArray(String[]::new)),
						ListFilter.of("channel", "suppression.channel", "channel.",
								Arrays.stream(Channel.values()).map(Channel::key).toArray(String[]::new)),
						ListFilter.of("state", "suppression.state", "suppression.state.", "standing", "ended")),
				List.of("newest"), parameters);
		String address = asked.value("q");
		Map<Channel, String> addresses = address.isEmpty() ? null : addresses(address);
		SuppressionList.Query query = new SuppressionList.Query(Channel.of(asked.value("channel")).orElse(null),
				Reason.of(asked.value("reason")).orElse(null),
				asked.value("state").isEmpty() ? null : asked.lets("state", "standing"), addresses);
		UUID before = Ids.parse(parameters.getOrDefault(BEFORE, "")).orElse(null);
		List<SuppressionList.Row> found = this.list.find(query, before, ListQuery.SIZE + 1);
		List<SuppressionList.Row> shown = found.subList(0, Math.min(found.size(), ListQuery.SIZE));
		String next = (found.size() > shown.size())
				? asked.with(BEFORE, shown.get(shown.size() - 1).stands().id().toString()) : null;
		Map<Reason, Long> counts = this.list.counts();
		return new ModelAndView("consent/suppression/list").addObject("counts", counts)
			.addObject("unreadable",
					addresses != null && found.isEmpty()
							&& addresses.keySet().stream().allMatch((channel) -> channel == Channel.PUSH))
			.addObject("list", new ListPage<>(asked, shown, this.list.count(query), counts.size(),
					(before != null) ? asked.here() : null, next));
	}

	/** What a text is on each channel on which it is an address. */
	private Map<Channel, String> addresses(String text) {
		Map<Channel, String> addresses = new EnumMap<>(Channel.class);
		Arrays.stream(Channel.values()).forEach((channel) -> {
			String address = AddressText.normalize(channel, text, this.drafts.region());
			if (address != null) {
				addresses.put(channel, address);
			}
		});
		return addresses;
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return page(SuppressionForm.EMPTY, HttpStatus.OK);
	}

	/**
	 * What can be read is suppressed, whatever the rest is; without an end where that is
	 * at fault.
	 */
	@PostMapping
	ModelAndView add(@ModelAttribute("form") @Valid SuppressionForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		Instant now = this.clock.instant();
		Instant until = form.ends(this.times.zone(), now, errors);
		SuppressionForm.Read read = form.read(this.drafts.region());
		int fresh = 0;
		for (String address : read.addresses()) {
			Suppression stated = Suppression.of(form.asChannel(), form.asReason(), form.undeliverable(),
					Origin.OPERATOR, now, until, null);
			fresh += this.record.record(address, stated, actor).fresh() ? 1 : 0;
		}
		int taken = read.addresses().size();
		if (read.unreadable().isEmpty() && !errors.hasErrors()) {
			Flash.done(redirect, "suppression.added", taken, taken - fresh);
			return new ModelAndView("redirect:/suppressions");
		}
		SuppressionForm left = form.with(read.unreadable());
		BindingResult faults = new BeanPropertyBindingResult(left, "form");
		errors.getFieldErrors().forEach(faults::addError);
		if (!read.unreadable().isEmpty()) {
			faults.rejectValue("addresses", "suppression.fault.unreadable", new Object[] { read.unreadable().size() },
					"");
		}
		return page(left, HttpStatus.UNPROCESSABLE_CONTENT).addObject("taken", taken)
			.addObject(BindingResult.MODEL_KEY_PREFIX + "form", faults);
	}

	private ModelAndView page(SuppressionForm form, HttpStatus status) {
		return new ModelAndView("consent/suppression/new", status).addObject("form", form)
			.addObject("reasons", SuppressionForm.REASONS.stream().map(Reason::key).toList())
			.addObject("channels", this.settings.channelsInUse());
	}

}
