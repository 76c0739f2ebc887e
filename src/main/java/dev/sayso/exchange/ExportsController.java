package dev.sayso.exchange;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * People leaving as a file, and who took them.
 */
@ConsolePage
@RequestMapping("/exports")
class ExportsController {

	private static final int PAGE = 50;

	private final Exports exports;

	private final ProfileExport profiles;

	private final ProfileDownload send;

	private final ConsentSettings settings;

	private final Clock clock;

	ExportsController(Exports exports, ProfileExport profiles, ProfileDownload send, ConsentSettings settings,
			Clock clock) {
		this.exports = exports;
		this.profiles = profiles;
		this.send = send;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(required = false) @DateTimeFormat(
			iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant before, Model model) {
		Instant until = Optional.ofNullable(before).orElseGet(() -> this.clock.instant().plusSeconds(1));
		List<Exports.Export> found = this.exports.before(until, PAGE + 1);
		model.addAttribute("exports", found.stream().limit(PAGE).toList());
		model.addAttribute("next", (found.size() > PAGE) ? "/exports?before=" + found.get(PAGE - 1).at() : null);
		return "exchange/list";
	}

	@GetMapping("/new")
	String choose(@RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "") String name,
			Model model) {
		model.addAttribute("query", query);
		model.addAttribute("name", name);
		model.addAttribute("channels", this.settings.channelsInUse());
		return "exchange/new";
	}

	/**
	 * Takes people: at once as a file, or with {@code watched} on a page with a bar.
	 */
	@PostMapping
	@Nullable String export(@RequestParam(defaultValue = "profiles") String kind, @RequestParam(defaultValue = "") String query,
			@RequestParam(defaultValue = "csv") String format, @RequestParam(defaultValue = "") String channel,
			@RequestParam @Nullable Boolean contactable, @RequestParam(defaultValue = "false") boolean watched,
			Actor actor, RedirectAttributes redirect, HttpServletResponse response) throws IOException {
		if (!kind.equals("profiles")) {
			throw new NotFoundException("export");
		}
		ExportRequest wanted = new ExportRequest(ProfileQuery.parse(query),
				format.equals("ndjson") ? Format.NDJSON : Format.CSV, channel(channel), contactable);
		if (wanted.channel() == null && (contactable != null || !channel.isEmpty())) {
			Flash.error(redirect, "export.fault.channel");
			redirect.addAttribute("query", query);
			return "redirect:/exports/new";
		}
		if (!this.profiles.canWrite(wanted.query())) {
			return "redirect:/profiles?" + wanted.query();
		}
		UUID id = this.profiles.begin(wanted, actor);
		if (watched) {
			this.profiles.measure(id, wanted);
			return "redirect:/exports/" + id + "?start";
		}
		write(id, wanted, actor, response);
		return null;
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, @RequestParam @Nullable String start, Model model) {
		model.addAttribute("export", find(id));
		model.addAttribute("start", start != null);
		return "exchange/show";
	}

	/**
	 * The file, once as it was begun; whoever takes it again leaves an entry of their
	 * own.
	 */
	@GetMapping("/{id}/file")
	@Nullable String file(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
		Exports.Export export = find(id);
		if (!this.profiles.canWrite(export.wanted().query())) {
			return "redirect:/profiles?" + export.wanted().query();
		}
		boolean first = export.actor().equals(actor.name()) && this.exports.claim(export.id());
		write(first ? export.id() : this.profiles.begin(export.wanted(), actor), export.wanted(), actor, response);
		return null;
	}

	private void write(UUID id, ExportRequest wanted, Actor actor, HttpServletResponse response) throws IOException {
		String name = "profiles-" + LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC)
				+ ((wanted.format() == Format.NDJSON) ? ".ndjson" : ".csv");
		this.send.send(id, wanted, actor, name, response);
	}

	/**
	 * The channel of a form; a tick for those who may be contacted needs one.
	 */
	private @Nullable Channel channel(String typed) {
		return Channel.of(typed).filter(this.settings.channelsInUse()::contains).orElse(null);
	}

	private Exports.Export find(String id) {
		return Ids.parse(id).flatMap(this.exports::find).orElseThrow(() -> new NotFoundException("export " + id));
	}

}
