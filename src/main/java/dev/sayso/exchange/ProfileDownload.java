package dev.sayso.exchange;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.StreamedFile;

/**
 * Sends profiles as a file.
 */
@Component
public class ProfileDownload {

	private final ProfileExport export;

	ProfileDownload(ProfileExport export) {
		this.export = export;
	}

	public void send(ExportRequest request, Actor by, HttpServletResponse response) throws IOException {
		send(this.export.begin(request, by), request, by, null, response);
	}

	/**
	 * Sends the file of an export that was begun.
	 * @param name the name of the file; null where a program reads it
	 */
	void send(UUID id, ExportRequest request, Actor by, @Nullable String name, HttpServletResponse response)
			throws IOException {
		response.setContentType(
				(request.format() == Format.NDJSON) ? MediaType.APPLICATION_NDJSON_VALUE : "text/csv;charset=UTF-8");
		if (name != null) {
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name).build().toString());
		}
		StreamedFile.send(response, "export " + id, (out) -> this.export.write(id, request, by, out));
	}

}
