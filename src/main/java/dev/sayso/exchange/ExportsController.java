package dev.sayso.exchange;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.sayso.profile.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ConsolePage;
import dev.sayso.shared.CsvSheet;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * People leaving as a file, and who took them.
 */
@ConsolePage
@RequestMapping("/exports")
class ExportsController {

	private static final int PAGE = 50;

	private final Exports exports;

	private final ExportProfiles profiles;

	private final Moments moments;

	ExportsController(Exports exports, ExportProfiles profiles, Moments moments) {
		this.exports = exports;
		this.profiles = profiles;
		this.moments = moments;
	}

	@GetMapping
	String list(@RequestParam(required = false) @DateTimeFormat(
			iso = DateTimeFormat.ISO.DATE_TIME) @Nullable Instant before, Model model) {
		Instant until = Optional.ofNullable(before).orElseGet(() -> this.moments.now().plusSeconds(1));
		List<Exports.Export> found = this.exports.before(until, PAGE + 1);
		model.addAttribute("exports", found.stream().limit(PAGE).toList());
		model.addAttribute("next", (found.size() > PAGE) ? "/exports?before=" + found.get(PAGE - 1).at() : null);
		return "exchange/exports";
	}

	@PostMapping
	void export(@RequestParam(defaultValue = "profiles") String kind, @RequestParam(defaultValue = "") String query,
			Actor actor, HttpServletResponse response) throws IOException {
		if (!kind.equals("profiles")) {
			throw new NotFound("export");
		}
		ProfileQuery asked = ProfileQuery.parse(query);
		if (!this.profiles.canWrite(asked)) {
			response.sendRedirect("/profiles?" + asked);
			return;
		}
		String name = "profiles-" + LocalDate.ofInstant(this.moments.now(), ZoneOffset.UTC) + ".csv";
		try (CsvSheet sheet = CsvSheet.answer(response, name)) {
			this.profiles.write(asked, actor, sheet);
		}
	}

}
