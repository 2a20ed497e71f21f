/**
 * Word or WPS asked by COM to save as .docx. Opened for reading only, without macros, links or questions; a program the
 * writer works in is used without being hidden or closed. Not tested on Windows: there is none where this is built.
 */
export const windowsScript = `param([string]$Source, [string]$Target, [string]$ProcessFile, [string]$NameFile)
$ErrorActionPreference = 'Stop'
$before = @(Get-Process -Name WINWORD, wps -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$app = $null
foreach ($name in @('Word.Application', 'KWps.Application', 'Wps.Application')) {
  try { $app = New-Object -ComObject $name; $used = $name; break } catch { }
}
if ($null -eq $app) { exit 3 }
$own = $false
try { $own = ($app.Documents.Count -eq 0) } catch { }
if ($own) {
  @(Get-Process -Name WINWORD, wps -ErrorAction SilentlyContinue | Where-Object { $before -notcontains $_.Id } | ForEach-Object { $_.Id }) -join ' ' | Set-Content -Path $ProcessFile
}
$document = $null
try {
  if ($own) { $app.Visible = $false }
  try { $app.DisplayAlerts = 0 } catch { }
  try { $app.AutomationSecurity = 3 } catch { }
  try { $app.Options.UpdateLinksAtOpen = $false } catch { }
  $document = $app.Documents.Open($Source, $false, $true, $false, 'zhenggao')
  $document.SaveAs($Target, 12)
  Set-Content -Path $NameFile -Value $used
} finally {
  if ($null -ne $document) { try { $document.Close(0) } catch { } }
  if ($own) { try { $app.Quit(0) } catch { } }
}
`
