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

/**
 * Sends profiles as a file that is complete or visibly broken off: a truncated file that
 * looks complete would suggest that nobody else is in it.
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
		try {
			this.export.write(id, request, by, response.getOutputStream());
		}
		catch (RuntimeException ex) {
			if (response.isCommitted()) {
				throw new IllegalStateException("the file of export " + id + " broke off", ex);
			}
			response.resetBuffer();
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
			throw ex;
		}
	}

}
