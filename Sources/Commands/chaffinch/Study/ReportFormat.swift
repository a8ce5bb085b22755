internal import ArgumentParser

/// What a study is written as.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case html, pdf, docx, csv, json, sdmx
    case sdmxStructure = "sdmx-structure"
    case sdmxCSV = "sdmx-csv"
}
