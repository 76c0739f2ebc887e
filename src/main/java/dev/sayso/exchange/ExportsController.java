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
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.ListQuery;

@ConsolePage
@RequestMapping("/exports")
class ExportsController {

	private final Exports exports;

	private final TakenFiles taken;

	private final ProfileExport profileExport;

	private final ExportLinks links;

	private final ConsentSettings settings;

	private final Clock clock;

	ExportsController(Exports exports, TakenFiles taken, ProfileExport profileExport, ExportLinks links,
			ConsentSettings settings, Clock clock) {
		this.links = links;
		this.exports = exports;
		this.taken = taken;
		this.profileExport = profileExport;
		this.settings = settings;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(required = false) @DateTimeFormat(
			iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant before, Model model) {
		Instant until = Optional.ofNullable(before).orElseGet(() -> this.clock.instant().plusSeconds(1));
		List<TakenFiles.TakenFile> newest = this.taken.before(until, ListQuery.SIZE + 1);
		model.addAttribute("files", newest.stream().limit(ListQuery.SIZE).toList());
		model.addAttribute("next",
				(newest.size() > ListQuery.SIZE) ? "/exports?before=" + newest.get(ListQuery.SIZE - 1).at() : null);
		return "exchange/list";
	}

	@GetMapping("/new")
	String choose(@RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "") String name,
			Model model) {
		model.addAttribute("query", query);
		model.addAttribute("name", name);
		model.addAttribute("channels", this.settings.channelsInUse());
		model.addAttribute("targets", this.links.targets());
		return "exchange/new";
	}

	/**
	 * Exports profiles: at once as a file, or with {@code watched} on a page with a
	 * progress bar.
	 * @param links where the link of each person leads that the file carries
	 */
	@PostMapping
	@Nullable String export(@RequestParam(defaultValue = "profiles") String kind, @RequestParam(defaultValue = "") String query,
			@RequestParam(defaultValue = "") String format, @RequestParam(defaultValue = "") String channel,
			@RequestParam @Nullable Boolean contactable, @RequestParam(defaultValue = "") String links,
			@RequestParam(defaultValue = "false") boolean watched, Actor actor, RedirectAttributes redirect,
			HttpServletResponse response) throws IOException {
		if (!kind.equals("profiles")) {
			throw new NotFoundException("export");
		}
		ExportRequest request = new ExportRequest(ProfileQuery.parse(query), format(format), channel(channel),
				contactable, links.isEmpty() ? null : links);
		if (!this.links.allows(request.links())) {
			Flash.error(redirect, "export.fault.links");
			redirect.addAttribute("query", query);
			return "redirect:/exports/new";
		}
		if (request.channel() == null && (contactable != null || !channel.isEmpty())) {
			Flash.error(redirect, "export.fault.channel");
			redirect.addAttribute("query", query);
			return "redirect:/exports/new";
		}
		if (!this.profileExport.canWrite(request.query())) {
			return "redirect:/profiles?" + request.query();
		}
		UUID id = this.profileExport.begin(request, actor);
		if (watched) {
			this.profileExport.measure(id, request);
			return "redirect:/exports/" + id + "?start";
		}
		write(id, request, actor, response);
		return null;
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, @RequestParam @Nullable String start, Model model) {
		Exports.Export export = find(id);
		model.addAttribute("export", export);
		model.addAttribute("allowed", this.links.allows(export.request().links()));
		model.addAttribute("start", start != null);
		return "exchange/show";
	}

	/**
	 * The file. The first download belongs to the export that was begun; each further one
	 * is recorded as an export of its own.
	 */
	@GetMapping("/{id}/file")
	@Nullable String file(@PathVariable String id, Actor actor, HttpServletResponse response) throws IOException {
		Exports.Export export = find(id);
		if (!this.links.allows(export.request().links())) {
			return "redirect:/exports/" + id;
		}
		if (!this.profileExport.canWrite(export.request().query())) {
			return "redirect:/profiles?" + export.request().query();
		}
		boolean claimed = export.actor().equals(actor.name()) && this.exports.claim(export.id());
		write(claimed ? export.id() : this.profileExport.begin(export.request(), actor), export.request(), actor,
				response);
		return null;
	}

	private void write(UUID id, ExportRequest request, Actor actor, HttpServletResponse response) throws IOException {
		String name = "profiles-" + LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC)
				+ ((request.format() == Format.NDJSON) ? ".ndjson" : ".csv");
		this.profileExport.send(id, request, actor, name, response);
	}

	private static Format format(String name) {
		return switch (Choices.read(name, "csv", "ndjson", "plain_csv")) {
			case "ndjson" -> Format.NDJSON;
			case "plain_csv" -> Format.PLAIN_CSV;
			default -> Format.CSV;
		};
	}

	private @Nullable Channel channel(String key) {
		Channel channel = Choices.<@Nullable Channel>read(key, null, Channel::of);
		return (channel != null && this.settings.channelsInUse().contains(channel)) ? channel : null;
	}

	private Exports.Export find(String id) {
		return Ids.parse(id).flatMap(this.exports::find).orElseThrow(() -> new NotFoundException("export " + id));
	}

}
